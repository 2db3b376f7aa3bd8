#!/usr/bin/env python3
"""The million words compiled by other programs' schedulers, and linked to the bytes of one process.

    spread.py DOVETAIL [--corpus DIR | --maker FILE]

One process checks the corpus; then GNU parallel, GNU parallel over ssh (to a server on the loopback of a network of its own, with the documents sent there and
the units fetched back, as to another machine) and Ninja compile its documents to units, and `check --units` links them. Each way is a test: the report has
the bytes of the first one. The last line is "N passed, N failed"; where no such network can be had, the ssh way is said to be left out.
"""
import argparse, os, pathlib, shlex, shutil, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
OFFLINE = ["unshare", "--net", "--mount"]  # neither the loopback nor the keys are those of the machine
PORT = 2222
CHECK = ["check", "--format", "json"]


class Ways:
    def __init__(self, dovetail, corpus, folder):
        self.dovetail, self.corpus, self.folder = dovetail, corpus, folder
        self.documents = sorted(str(path.relative_to(corpus)) for path in corpus.rglob("*.docx"))
        self.environment = {**os.environ, "PARALLEL_HOME": str(folder / "parallel"), "PATH": f"{dovetail.parent}{os.pathsep}{os.environ['PATH']}"}

    def run(self, command, **more):
        return subprocess.run([str(word) for word in command], cwd=self.corpus, env=self.environment, check=True, **more)

    def said(self, *words):
        """What a check says; findings make it exit with 1."""
        ran = subprocess.run([self.dovetail, *CHECK, *map(str, words)], cwd=self.corpus, capture_output=True)
        if ran.returncode not in (0, 1): sys.exit(f"check {' '.join(map(str, words))}: exit {ran.returncode}\n{ran.stderr.decode()}")
        return ran.stdout

    def units(self, name):
        made = self.folder / name
        for document in self.documents: (made / document).parent.mkdir(parents=True, exist_ok=True)
        return made

    def parallel(self):
        made = self.units("parallel-units")
        self.run(["parallel", "-j2", "dovetail", "compile", "{}", "-o", f"{made}/{{.}}.unit"], input="\n".join(self.documents), text=True)
        return made

    def ninja(self):
        made = self.units("ninja-units")
        build = self.folder / "build.ninja"
        build.write_text("rule unit\n  command = dovetail compile $in -o $out\n"
                         + "".join(f"build {made}/{document[:-5]}.unit: unit {document}\n" for document in self.documents))
        self.run(["ninja", "--quiet", "-f", build])
        return made

    def over_ssh(self):
        """The same line as for several hosts; `there` stands for the other machine's disk."""
        made, there = self.units("ssh-units"), self.folder / "there"
        there.mkdir()
        keys = self.folder / "keys"
        keys.mkdir()
        home = pathlib.Path("~").expanduser() / ".ssh"
        was_there = home.exists()
        home.mkdir(exist_ok=True)
        quiet = f"-q -p {PORT} -i {keys}/client -o StrictHostKeyChecking=no -o UserKnownHostsFile={keys}/known -o ForwardX11=no -o ControlPath=none"
        line = ["parallel", "-j2", "--ssh", f"ssh {quiet}", "--sshlogin", "127.0.0.1", "--basefile", "dovetail.yaml", "--wd", there, "--transferfile", "{}",
                "--return", "{.}.unit", "--cleanup", str(self.dovetail), "compile", "{}", "-o", "{.}.unit"]
        script = f"""
          set -e
          ip link set lo up
          mount -t tmpfs -o mode=700 none {shlex.quote(str(home))}
          ssh-keygen -q -t ed25519 -N '' -f {keys}/client
          dropbearkey -t ed25519 -f {keys}/server >{keys}/said 2>&1
          cp {keys}/client.pub {shlex.quote(str(home))}/authorized_keys
          dropbear -F -E -s -r {keys}/server -p 127.0.0.1:{PORT} -P {keys}/pid >{keys}/log 2>&1 &
          trap 'kill $!' EXIT
          sleep 1
          {shlex.join(map(str, line))}
        """
        here = self.folder / "sent"  # parallel fetches a unit back beside its document: a copy of the corpus, so that the corpus stays as it is
        shutil.copytree(self.corpus, here)
        try:
            ran = subprocess.run([*OFFLINE, "bash", "-c", script], cwd=here, env=self.environment, input="\n".join(self.documents), text=True)
        finally:
            if not was_there: home.rmdir()
        if ran.returncode != 0:
            print((keys / "log").read_text() if (keys / "log").exists() else "", file=sys.stderr)
            raise subprocess.CalledProcessError(ran.returncode, line)
        for document in self.documents: shutil.move(here / f"{document[:-5]}.unit", made / f"{document[:-5]}.unit")
        left = [path for path in there.rglob("*") if path.is_file() and path.name != "dovetail.yaml"]
        if left: sys.exit(f"left on the other machine: {left[0]}")
        return made


def may_be_offline():
    return (all(shutil.which(tool, path=os.environ["PATH"] + ":/usr/sbin:/sbin") for tool in ("unshare", "dropbear", "ssh", "rsync", "ip"))
            and subprocess.run([*OFFLINE, "true"], capture_output=True).returncode == 0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dovetail", type=pathlib.Path)
    parser.add_argument("--corpus", type=pathlib.Path, help="a corpus that is there already")
    parser.add_argument("--maker", type=pathlib.Path, default=ROOT.parent / "shared/bench/make_corpus.py", help="the program that writes one")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        corpus = arguments.corpus
        if not corpus:
            corpus = folder / "corpus"
            subprocess.run([sys.executable, arguments.maker, corpus], check=True, stdout=subprocess.DEVNULL)
        ways = Ways(arguments.dovetail.resolve(), corpus.resolve(), folder)
        begun = time.monotonic()
        wanted = ways.said()
        print(f"one process: {len(ways.documents)} documents, {len(wanted)} bytes of findings, {time.monotonic() - begun:.1f} s")
        passed = failed = 0
        for name, way in {"GNU parallel": ways.parallel, "Ninja": ways.ninja, "GNU parallel over ssh": ways.over_ssh}.items():
            if way == ways.over_ssh and not may_be_offline():
                print(f"{name}: left out, since there is no network namespace or no dropbear, ssh, rsync or ip")
                continue
            begun = time.monotonic()
            try:
                made = way()
                compiled = time.monotonic() - begun
                same = ways.said("--units", made) == wanted
            except subprocess.CalledProcessError as error:
                print(f"{name}: {error}")
                compiled, same = time.monotonic() - begun, False
            print(f"{name}: compiled in {compiled:.1f} s, {'the same bytes' if same else 'NOT THE SAME BYTES'}")
            passed, failed = passed + same, failed + (not same)
        print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
