#!/bin/sh
# Tries the camera driver against the kernel's own cameras, in the test VM: `cargo xtask vm` builds it and runs this.
set -eu

if [ "${1-}" != --guest ]; then
    cd "$(dirname "$0")/../.."
    exec tests/vm/boot.sh "$PWD/tests/vm/camera.sh" --guest "${CARGO_TARGET_DIR:-$PWD/target}/debug/examples/camera"
fi

example=$2
log=/run/camera.log
# Waits for a line in what the example said since the last call.
expect() {
    what=$1
    until=$(($(date +%s) + 60))
    while [ "$(date +%s)" -lt $until ]; do
        line=$(tail -n "+$((seen + 1))" "$log" | grep -n -m 1 -- "$what" | cut -d : -f 1)
        if [ -n "$line" ]; then
            seen=$((seen + line))
            return
        fi
        sleep 0.3
    done
    echo "FAILED: no \"$what\" after:" && tail -n 30 "$log"
    exit 1
}
watch() {
    : >"$log"
    seen=0
    "$example" "$1" 100000 >>"$log" 2>&1 &
    program=$!
}
done_with() {
    pictures=$(grep -c ' picture ' "$log" || true)
    kill "$program"
    wait "$program" 2>/dev/null || true
    echo "ok: $1 ($pictures pictures)"
}

modprobe $MODULES vivid
node=$(v4l2-ctl --list-devices | grep -m 1 -o '/dev/video.*')
"$example" vivid 0 >"$log"
[ "$(grep -c ^found "$log")" = 1 ] && [ "$(ls /dev/video* | wc -l)" -gt 1 ]
echo "ok: one camera among $(ls /dev/video* | wc -l) nodes: $(cat "$log")"

# Its full HD comes at 5 a second: that is no live picture.
watch vivid
expect 'picture 5: 1280 × 720'
cd /sys/bus/platform/drivers/vivid
echo vivid.0 >unbind
expect 'Missing(Unplugged)'
expect 'Missing(NotFound)'
echo vivid.0 >bind
expect Live
expect picture
done_with 'unplugged and plugged in again'

v4l2-ctl -d "$node" --set-fmt-video=width=640,height=360,pixelformat=GREY >/dev/null
v4l2-ctl -d "$node" --set-parm=12.5 >/dev/null
v4l2-ctl -d "$node" --get-parm --get-fmt-video | grep -E 'Pixel|Frames per'
watch "$node"
expect 'picture 3: 1280 × 720'
done_with 'a rate and a coding that the library does not know'

v4l2-ctl -d "$node" --stream-mmap >/dev/null 2>&1 &
other=$!
sleep 2
watch vivid
expect 'Missing(Busy)'
kill "$other"
expect Live
done_with 'used by another program'

modprobe -r $MODULES vivid

# What udev does: a name that stays, whatever number the node gets.
plug_in() {
    modprobe $MODULES v4l2loopback exclusive_caps=1 card_label=loop video_nr=$1
    mkdir -p /dev/v4l/by-id
    ln -sfn "../../video$1" /dev/v4l/by-id/usb-Loop_0001-video-index0
}
feed() {
    ffmpeg -v error -re -f lavfi -i testsrc=size=640x480:rate=10 -c:v $1 -f v4l2 "/dev/video$2" 2>/run/ffmpeg.log &
    feeder=$!
}
watch usb-Loop_0001
expect 'Missing(NotFound)'
plug_in 7
feed 'rawvideo -pix_fmt yuyv422' 7
expect 'picture 5: 640 × 480'
kill -STOP "$feeder"
expect 'Missing(Stuck)'
# It is let go and opened afresh again and again, not left to threads that hang.
sleep 8
threads=$(cat /proc/$program/task/*/comm | grep -c '^camera-' || true)
[ "$threads" -le 2 ] || { echo "FAILED: $threads threads hang" && exit 1; }
kill -CONT "$feeder"
expect Live
expect picture
kill "$feeder"
wait "$feeder" 2>/dev/null || true
expect Missing
until modprobe -r $MODULES v4l2loopback; do sleep 0.2; done
plug_in 3
feed mjpeg 3
expect Live
expect picture
done_with 'stalled and going on, then plugged in again under another number and in another format'
kill "$feeder"
