#!/bin/sh
# Tries the USB printer driver on a printer that the kernel plays, in the test VM: `cargo xtask vm` builds it and runs this.
set -eu
if [ "${1-}" != --guest ]; then
    cd "$(dirname "$0")/../.."
    exec tests/vm/boot.sh "$PWD/tests/vm/printer.sh" --guest "${CARGO_TARGET_DIR:-$PWD/target}/debug/examples/printer"
fi
for module in dummy_hcd libcomposite usb_f_printer usblp; do modprobe $MODULES $module; done
mount -t configfs none /sys/kernel/config
exec python3 "${0%.sh}.py" "$2"
