"""Plays a USB printer through the kernel's printer gadget, and has the driver print on it: `printer.py PROGRAM`."""

import fcntl
import os
import pathlib
import select
import subprocess
import sys
import threading
import time

GADGET = pathlib.Path("/sys/kernel/config/usb_gadget/printer")
SET_STATUS = 0xC0016722
READY, NO_PAPER, OFFLINE = 0x18, 0x38, 0x08
BAND = b"\x1dv0\0\x48\0\xff\0" + bytes(n % 251 | 0x80 for n in range(255 * 72))
SLIP = b"\x1b@" + 6 * BAND + b"\x1bd\x03\x1dVB\0"


def make_gadget():
    (GADGET / "strings/0x409").mkdir(parents=True)
    (GADGET / "idVendor").write_text("0x04b8")
    (GADGET / "idProduct").write_text("0x0e15")
    for name, text in [("serialnumber", "LOBBY1"), ("manufacturer", "Maker"), ("product", "Receipts")]:
        (GADGET / "strings/0x409" / name).write_text(text)
    (GADGET / "configs/c.1").mkdir()
    function = GADGET / "functions/printer.0"
    function.mkdir()
    (function / "pnp_string").write_text("MFG:Maker;MDL:Receipts;CLS:PRINTER;".ljust(64))
    (GADGET / "configs/c.1/printer.0").symlink_to(function)


class Printer:
    """The printer's side: reads while it may, answers DLE EOT where it has answers."""

    def __init__(self):
        self.answers = None
        self.reads_at_most = None
        self.status = READY
        self.got = bytearray()
        self.node = None
        self.lock = threading.Lock()
        threading.Thread(target=self.play, daemon=True).start()

    def plug(self):
        (GADGET / "UDC").write_text(os.listdir("/sys/class/udc")[0])
        wait("device file", lambda: os.path.exists("/dev/usb/lp0") and os.path.exists("/dev/g_printer0"))
        with self.lock:
            self.node = os.open("/dev/g_printer0", os.O_RDWR | os.O_NONBLOCK)
        self.set_status(self.status)

    def unplug(self):
        with self.lock:
            os.close(self.node)
            self.node = None
        (GADGET / "UDC").write_text("\n")
        wait("unplugging", lambda: not os.path.exists("/dev/usb/lp0"))

    def set_status(self, status):
        self.status = status
        fcntl.ioctl(self.node, SET_STATUS, status)

    def play(self):
        while True:
            time.sleep(0.005)
            with self.lock:
                if self.node is None or (self.reads_at_most is not None and len(self.got) >= self.reads_at_most):
                    continue
                if not select.select([self.node], [], [], 0)[0]:
                    continue
                try:
                    came = os.read(self.node, 8192)
                except OSError:
                    continue
                self.got += came
                if self.answers and len(came) == 3 and came[:2] == b"\x10\x04":
                    os.write(self.node, bytes([self.answers[came[2]]]))

    def take(self):
        """What came since the last call, once no more comes."""
        size = -1
        while size != len(self.got):
            size = len(self.got)
            time.sleep(0.5)
        with self.lock:
            got, self.got = bytes(self.got), bytearray()
        return got


def wait(what, happened):
    until = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < until, f"no {what}"
        time.sleep(0.1)


class Driver:
    """The product's side."""

    def __init__(self, program, device):
        pathlib.Path("/run/slip").write_bytes(SLIP)
        self.program = subprocess.Popen(
            [program, "/run/slip", device], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def does(self, what):
        self.program.stdin.write(what + "\n")
        self.program.stdin.flush()
        return self.program.stdout.readline().strip()


def expect(what, found, *wanted):
    if found not in wanted:
        print(f"FAILED: {what}: {found!r}, not {wanted}")
        sys.exit(1)
    print(f"ok: {what}: {found if len(repr(found)) < 60 else ''}", flush=True)


make_gadget()
printer = Printer()
driver = Driver(sys.argv[1], "04b8:0e15:LOBBY1")
expect("not plugged in", driver.does("status"), "Offline")
printer.plug()
expect("plugged in, silent over the line", driver.does("status"), "Ready")
expect("prints", driver.does("print"), "printed")
expect("all of the slip came", SLIP in printer.take(), True)

printer.set_status(NO_PAPER)
expect("the roll is used up", driver.does("status"), "NoPaper")
expect("nothing is printed", driver.does("print"), "the printer is out of paper")
printer.set_status(OFFLINE)
expect("switched off line", driver.does("status"), "Offline")
expect("nothing is printed", driver.does("print"), "the printer is offline")
printer.set_status(READY)
expect("none of the slips came", b"\x1b@" in printer.take(), False)

printer.answers = {1: 0x1A, 2: 0x16, 4: 0x12}
expect("says over the line that its cover is open", driver.does("status"), "CoverOpen")
expect("nothing is printed", driver.does("print"), "the cover of the printer is open")
printer.answers = {1: 0x12, 2: 0x12, 4: 0x1E}
expect("paper is low", driver.does("status"), "PaperLow")
expect("prints", driver.does("print"), "printed")
expect("all of the slip came", SLIP in printer.take(), True)

printer.answers = None
printer.reads_at_most = 20_000
threading.Timer(4, lambda: printer.set_status(NO_PAPER)).start()
expect("paper ends under the slip", driver.does("print"), "the printer is out of paper")
printer.reads_at_most = None
printer.set_status(READY)
expect("paper is put in: no end of the slip comes out", b"\x1dVB\0" in printer.take(), False)
expect("prints", driver.does("print"), "printed")
expect("all of the slip came", SLIP in printer.take(), True)

printer.reads_at_most = 0
expect("hangs", driver.does("print"), "the printer took too long")
printer.reads_at_most = None
expect("hangs no more: no end of the slip comes out", b"\x1dVB\0" in printer.take(), False)

printer.unplug()
expect("unplugged", driver.does("status"), "Offline")
expect("unplugged", driver.does("print"), "the printer cannot be reached")
printer.plug()
expect("plugged in again", driver.does("status"), "Ready")
expect("prints", driver.does("print"), "printed")
expect("all of the slip came", SLIP in printer.take(), True)

threading.Timer(3, printer.unplug).start()
printer.reads_at_most = 20_000
expect("unplugged under the slip", driver.does("print"), "the printer cannot be reached")
