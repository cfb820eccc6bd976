#!/bin/sh
# Plays a claim before cameras of the kernel, in the test VM: `cargo xtask vm` builds it and runs this with the program
# of the kiosk's tests.
set -eu
if [ "${1-}" != --guest ]; then
    cd "$(dirname "$0")/../.."
    clip=${CARGO_TARGET_DIR:-$PWD/target}/vm/ktp.mjpeg
    mkdir -p "$(dirname "$clip")"
    # A few frames with the noise of a sensor, so that none is like the one before.
    ffmpeg -v error -y -loop 1 -i samples/photos/ktp.jpg -vf noise=alls=4:allf=t -frames:v 6 -c:v mjpeg -q:v 2 \
        -f mjpeg "$clip"
    cd src-tauri
    exec ../tests/vm/boot.sh "$PWD/../tests/vm/claim.sh" --guest "$1" "$clip"
fi
export VM_CLIP=$3
exec "$2" --ignored --exact --nocapture in_vm::a_claim_goes_on_while_cameras_of_the_kernel_come_and_go
