"""The design behind a procedure: processes of steps, each with an interface, a time limit and a requirement; written as tables."""
from dataclasses import dataclass, field

from stock import stock

VERBS = ["Send", "Confirm", "Publish", "Submit", "Reject or accept", "Request"]
EVENTS = ["the visit", "the inspection", "the outage", "the repair", "the delivery"]


@dataclass(eq=False)
class Limit:
    """A time limit: `anchor` is the place of an earlier step in the process, or an event in words."""
    quantity: int
    unit: str                          # WD or hours
    anchor: object

    def text(self, process, side, random=None):
        unit = self.unit
        if side == "design":
            after = f"{process.steps[self.anchor].interface}" if isinstance(self.anchor, int) else self.anchor.replace("the ", "")
            return f"Within {self.quantity} {unit} of {after}"
        anchor = process.steps[self.anchor].ref if isinstance(self.anchor, int) else self.anchor
        amount = f"{self.quantity} {unit}" if random.random() < 0.7 or unit != "WD" else f"{self.quantity}{unit}"
        return f"Within {amount} of {anchor}" + random.choice(["", "."])


@dataclass(eq=False)
class Step:
    id: str
    place: int
    action: str
    message: str
    interface: str
    sender: str
    receivers: list
    limit: object
    requirement: str
    ref: str = ""
    row: object = None


@dataclass(eq=False)
class Process:
    id: str
    title: str
    steps: list = field(default_factory=list)


class Design:
    """Three digits are drawn for the artefacts; interfaces, steps and requirements are numbered from them."""

    def __init__(self, random, vocabulary):
        self.roles = {"".join(word[:2] for word in name.split()).upper() + "ABCDEFGH"[place]: name for place, name in enumerate(vocabulary.roles)}
        self.names = self.roles
        self.number = random.randint(910, 979)
        self.processes = []
        things = [thing.split(" ", 1)[1] for thing in stock("things")]
        random.shuffle(things)
        interface = 10 * random.randint(90, 97)
        for place in range(random.randint(1, 2)):
            process = Process(f"BP{self.number + place}", ["Routine Work", "Correction"][place])
            for index in range(random.randint(3, 5)):
                interface += 1
                sender, receiver, other = random.sample(sorted(self.roles), 3)
                receivers = [receiver] + ([other] if random.random() < 0.25 else [])
                limit = None
                if index:
                    anchor = random.randrange(index) if random.random() < 0.7 else random.choice(EVENTS)
                    limit = Limit(random.randint(1, 15), "WD" if index == 1 else random.choice(["WD", "WD", "hours"]), anchor)
                thing = things.pop()
                process.steps.append(Step(f"{process.id}.{(index + 1) * 10:03}", index, f"{random.choice(VERBS)} {thing}", thing.capitalize(),
                                          f"IF-{interface}", sender, receivers, limit, f"XP-BR-{'RC'[place]}W-{index + 1:03}"))
            self.processes.append(process)
        self.items = [(f"DI{self.number}{n:02}", name) for n, name in enumerate(random.sample(["Start Time", "End Time", "Site Name", "Meter Count", "Cost Code"], 3))]

    def steps(self):
        return [(process, step) for process in self.processes for step in process.steps]


STEP_COLUMNS = "bp_id,bp_version,step_id,seq,lane_role,step_text,trigger,condition,interface_ids,to_roles,next_step,requirement_ids,change_ref,release"
BRS_COLUMNS = "req_id,parent_id,brs_id,brs_version,text,actor_role,obligation,category,priority,bp_steps,interface_ids,target_codes,status,change_ref,release"
OPC_COLUMNS = "oc_id,opc_version,bp_step,interface_id,sender_role,receiver_roles,sla_text,sla_qty,sla_unit,sla_relation,sla_anchor,time_of_day,calendar,frequency,release"
IF_COLUMNS = ("interface_id,name,version,status,transport,sender_role,primary_receivers,secondary_receivers,always_receivers,publishes_as,"
              "event_codes,triggered_by_steps,legacy_flow,release,replaced_by")
ITEM_COLUMNS = "data_item_id,name,dip_field,definition,format,length,units,valid_set,j_number,owner_code,version,release,status"
IF_ITEM_COLUMNS = "interface_id,block_id,seq,data_item_id,data_item_name,dip_field,optionality,repeat,condition"


# Format, length, units and valid set of the data items that have more than ten letters.
KINDS = {"Meter Count": ("NUM", 9, "", ""), "Cost Code": ("CHAR", 5, "", "ACT=Actual;EST=Estimated;DMD=Deemed"), "Site Name": ("CHAR", 40, "", "")}


def field_name(name):
    """startTime of Start Time."""
    return name[0].lower() + name[1:].replace(" ", "")


def tables(design, random):
    """All design tables as {path: rows}, and the lines that list them in dovetail.yaml."""
    structured = random.random() < 0.5
    steps, requirements, choreography, interfaces, contents = [], [], [], [], []
    for process, step in design.steps():
        following = process.steps[step.place + 1].id if step.place + 1 < len(process.steps) else ""
        receivers = ";".join(step.receivers)
        trigger = f"Receipt of {process.steps[step.limit.anchor].interface}" if step.limit and isinstance(step.limit.anchor, int) else "Request"
        steps.append([process.id, "1.0", step.id, step.place + 1, step.sender, step.action, trigger, "", step.interface, receivers, following,
                      step.requirement, "", "IR1.0"])
        requirements.append([step.requirement, "", f"BRS{design.number}", "1.0", f"The {design.names[step.sender]} must be able to {step.action.lower()}",
                             step.sender, "must", "Functional", "M", step.id, step.interface, "XBSC", "Approved", "", "IR1.0"])
        if step.limit:
            split = ["", "", "", ""]
            if structured:
                anchor = step.limit.anchor
                named = f"{process.steps[anchor].interface} received" if isinstance(anchor, int) else anchor.replace("the ", "")
                split = [step.limit.quantity, step.limit.unit, "within", named]
            choreography.append([f"OC-{step.id[2:5]}-{step.place + 1:02}", "1.0", step.id, step.interface, step.sender, receivers,
                                 step.limit.text(process, "design"), *split, "", "", "per event", "IR1.0"])
        interfaces.append([step.interface, step.message, "1.0", "Approved", "DIP", step.sender, receivers, "", "", "", "", step.id, "", "IR1.0", ""])
        item, name = design.items[step.place % len(design.items)]
        contents.append([step.interface, "B1", 1, item, name, field_name(name), "M", "", ""])
    items = [[item, name, field_name(name), f"What is meant by {name.lower()}", *KINDS.get(name, ("CHAR", 10, "", "")), "", "XBSC", "1.0", "IR1.0", "Live"]
             for item, name in design.items]
    files = {"design/steps.csv": [STEP_COLUMNS.split(","), *steps], "design/requirements.csv": [BRS_COLUMNS.split(","), *requirements],
             "design/choreography.csv": [OPC_COLUMNS.split(","), *choreography], "design/interfaces.csv": [IF_COLUMNS.split(","), *interfaces],
             "design/interface_items.csv": [IF_ITEM_COLUMNS.split(","), *contents], "design/data_items.csv": [ITEM_COLUMNS.split(","), *items],
             "registers/roles.csv": [["role", "name", "aliases"], *[[role, name, name + "s"] for role, name in design.names.items()]]}
    listed = [("design/steps.csv", f"BP{design.number}", "bp-steps"), ("design/requirements.csv", f"BRS{design.number}", "brs"),
              ("design/choreography.csv", f"OPC{design.number}", "choreography"), ("design/interfaces.csv", f"DES{design.number}", "interfaces"),
              ("design/interface_items.csv", f"DES{design.number}", "interface-items"), ("design/data_items.csv", f"E2E{design.number}", "data-items")]
    return files, listed
