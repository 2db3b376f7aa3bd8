"""Business processes as BPMN 2.0, as several vendors write it: prefixes, where a step's id stands, pools and lanes, how a message flow is named."""
from xml.sax.saxutils import quoteattr

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
VENDORS = {
    "camunda": ('xmlns:camunda="http://camunda.org/schema/1.0/bpmn"', "<camunda:properties>{}</camunda:properties>", "<camunda:property name={} value={}/>"),
    "signavio": ('xmlns:signavio="http://www.signavio.com"', "{}", "<signavio:signavioMetaData metaKey={} metaValue={}/>"),
    "plain": ('xmlns:x="urn:example:x"', "<x:properties>{}</x:properties>", "<x:property name={} value={}/>")}


class Diagram:
    """One diagram of all processes; `roles` is {code: name}, `branches` {step: [(question, words of the branch)]} of ways that end the process."""

    def __init__(self, rows, random, roles, branches):
        header = rows[0]
        self.steps = [dict(zip(header, map(str, row))) for row in rows[1:]]
        self.random, self.roles, self.branches = random, roles, branches
        self.prefix = random.choice(["", "bpmn:", "bpmn2:", "semantic:"])
        self.vendor = random.choice(sorted(VENDORS))
        self.id_stands_in = random.choice(["name", "id", "property"])
        self.full_names = random.random() < 0.5
        self.lanes = random.random() < 0.6
        self.names_messages = random.random() < 0.5      # by a message element, else on the flow itself
        self.drawn = random.random() < 0.5
        self.task_of = {step["step_id"]: self.native(step["step_id"]) for step in self.steps}

    def native(self, step):
        return "Activity_" + step.replace(".", "x") if self.id_stands_in != "id" else step.replace(".", "_")

    def role(self, code):
        return self.roles.get(code, code) if self.full_names else code

    def element(self, name, attributes, inside=""):
        words = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
        tag = self.prefix + name
        return f"<{tag}{words}>{inside}</{tag}>" if inside else f"<{tag}{words}/>"

    def extensions(self, values):
        _, around, one = VENDORS[self.vendor]
        filled = "".join(one.format(quoteattr(key), quoteattr(value)) for key, value in values.items() if value)
        return self.element("extensionElements", {}, around.format(filled)) if filled else ""

    def text(self):
        used = list(dict.fromkeys([s["lane_role"] for s in self.steps if s["lane_role"]]
                                  + [role for s in self.steps for role in s["to_roles"].split(";") if role]))
        pools = "".join(self.element("participant", {"id": f"Participant_{n}", "name": self.role(role), **({"processRef": f"Process_{n}"} if self.of(role) else {})})
                        for n, role in enumerate(used))
        flows, messages = self.flows(used)
        body = messages + self.element("collaboration", {"id": "Collaboration_1"}, pools + flows)
        body += "".join(self.process(n, role) for n, role in enumerate(used) if self.of(role))
        namespace = f'xmlns:{self.prefix[:-1]}="{MODEL}"' if self.prefix else f'xmlns="{MODEL}"'
        drawing = '<bpmndi:BPMNDiagram id="D1"><bpmndi:BPMNPlane id="P1" bpmnElement="Collaboration_1"/></bpmndi:BPMNDiagram>' if self.drawn else ""
        head = (f'<{self.prefix}definitions {namespace} xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" {VENDORS[self.vendor][0]} id="Definitions_1" '
                f'targetNamespace="http://example.org/bpmn" exporter="A modeller" exporterVersion="5.1">')
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}\n{drawing}</{self.prefix}definitions>\n'

    def of(self, role):
        return [step for step in self.steps if step["lane_role"] == role]

    def flows(self, used):
        """A message goes to the task that follows, where that is the receiver's, else to the receiver's pool."""
        flows, messages, place = "", {}, {role: n for n, role in enumerate(used)}
        for at, step in enumerate(self.steps):
            following = self.steps[at + 1] if at + 1 < len(self.steps) else None
            for interface in filter(None, step["interface_ids"].split(";")):
                for role in filter(None, step["to_roles"].split(";")):
                    next_task = following is not None and following["lane_role"] == role and following["bp_id"] == step["bp_id"] and role != step["lane_role"]
                    target = self.task_of[following["step_id"]] if next_task and self.random.random() < 0.7 else f"Participant_{place[role]}"
                    attributes = {"id": f"Flow_m{at}_{place[role]}_{len(flows)}", "sourceRef": self.task_of[step["step_id"]], "targetRef": target}
                    if self.names_messages:
                        attributes["messageRef"] = messages.setdefault(interface, f"Message_{len(messages)}")
                    else:
                        attributes["name"] = interface
                    flows += self.element("messageFlow", attributes)
        return flows, "".join(self.element("message", {"id": identifier, "name": name}) for name, identifier in messages.items())

    def process(self, number, role):
        steps = self.of(role)
        inside = ""
        if self.lanes:
            refs = "".join(f"<{self.prefix}flowNodeRef>{self.task_of[s['step_id']]}</{self.prefix}flowNodeRef>" for s in steps)
            inside += self.element("laneSet", {"id": f"LaneSet_{number}"}, self.element("lane", {"id": f"Lane_{number}", "name": self.role(role)}, refs))
        for step in steps:
            inside += self.task(step)
        for one, other in zip(steps, steps[1:]):
            if one["bp_id"] == other["bp_id"]:
                inside += self.sequence(one, other)
        for step in steps:
            if self.branches.get(step["step_id"]) and not any(one is step and one["bp_id"] == other["bp_id"] for one, other in zip(steps, steps[1:])):
                inside += self.gateway(step, None)
        return self.element("process", {"id": f"Process_{number}", "isExecutable": "false"}, inside)

    def task(self, step):
        named = f"{step['step_id']} {step['step_text']}" if self.id_stands_in == "name" else step["step_text"]
        values = {"requirement_ids": step["requirement_ids"], "change_ref": step["change_ref"], "release": step["release"]}
        if self.id_stands_in == "property":
            values = {"step_id": step["step_id"], **values}
        kind = "sendTask" if step["interface_ids"] and self.random.random() < 0.5 else self.random.choice(["task", "userTask"])
        return self.element(kind, {"id": self.task_of[step["step_id"]], "name": named}, self.extensions(values))

    def sequence(self, one, other):
        if self.branches.get(one["step_id"]):
            return self.gateway(one, other)
        start, end = self.task_of[one["step_id"]], self.task_of[other["step_id"]]
        return self.element("sequenceFlow", {"id": f"Seq_{start}", "sourceRef": start, "targetRef": end})

    def gateway(self, step, following):
        """A decision behind a step: on to the next step of the pool or to the end, and a way out for each branch."""
        start = self.task_of[step["step_id"]]
        question = self.branches[step["step_id"]][0][0]
        text = self.element("exclusiveGateway", {"id": f"Gateway_{start}", "name": question})
        text += self.element("sequenceFlow", {"id": f"SeqG_{start}", "sourceRef": start, "targetRef": f"Gateway_{start}"})
        on = self.task_of[following["step_id"]] if following else f"End_{start}"
        text += "" if following else self.element("endEvent", {"id": on, "name": "Done"})
        text += self.element("sequenceFlow", {"id": f"SeqY_{start}", "name": "Yes", "sourceRef": f"Gateway_{start}", "targetRef": on})
        for n, (_, words) in enumerate(self.branches[step["step_id"]]):
            text += self.element("endEvent", {"id": f"End_{start}_{n}"})
            text += self.element("sequenceFlow", {"id": f"SeqN_{start}_{n}", "name": words, "sourceRef": f"Gateway_{start}", "targetRef": f"End_{start}_{n}"})
        return text


def write(path, rows, random, roles, branches):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(Diagram(rows, random, roles, branches).text(), encoding="utf-8")
