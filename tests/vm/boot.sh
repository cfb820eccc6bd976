#!/bin/sh
# Runs a program as root in a virtual machine that has this machine's root file system, whose changes are forgotten,
# and a stock Debian kernel with test drivers: `boot.sh PROGRAM [ARGUMENT]…`. Ends as the program ended. Needs Debian 12,
# root, and what `cargo xtask vm` installs. Without KVM the processor is emulated.
set -eu
cache=$("$(dirname "$0")/prepare.sh")
version=$(cat "$cache/version")
tree=$cache/$version
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# boot SECONDS ACCELERATOR PROGRAM [ARGUMENT]…
boot() {
    seconds=$1
    case $2 in
    kvm) accelerator='-accel kvm -cpu host' ;;
    *) accelerator='-accel tcg,thread=multi -cpu Nehalem' ;;
    esac
    shift 2
    rm -f "$results/status"
    cat >"$results/start" <<START
mount -t proc none /proc
mount -t sysfs none /sys
mount -t devtmpfs none /dev
mkdir -p /dev/shm
mount -t tmpfs none /dev/shm
"$tree/bin/busybox" ip link set lo up
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root MODULES="-q -d $tree -S $version"
cd "$PWD"
$(for word in "$@"; do printf "'%s' " "$word"; done)
echo \$? >/mnt/status
sync
echo o >/proc/sysrq-trigger
while :; do :; done
START
    timeout --foreground "$seconds" qemu-system-x86_64 $accelerator -smp 2 -m 2048 \
        -nodefaults -no-reboot -display none -serial stdio \
        -kernel "$tree/boot/vmlinuz-$version" -initrd "$cache/initrd" -append 'console=ttyS0 quiet loglevel=1 panic=-1' \
        -fsdev local,id=host,path=/,security_model=none,readonly=on,multidevs=remap \
        -device virtio-9p-pci,fsdev=host,mount_tag=host \
        -fsdev "local,id=results,path=$results,security_model=none" \
        -device virtio-9p-pci,fsdev=results,mount_tag=results </dev/null
}

# There are machines whose /dev/kvm is there and hangs: tried once each time that the machine was started.
accelerator() {
    [ -w /dev/kvm ] || { echo tcg; return; }
    started=$(cat /proc/sys/kernel/random/boot_id)
    if [ "$(sed 's/ .*//' "$cache/accelerator" 2>/dev/null)" != "$started" ]; then
        boot 15 kvm true >/dev/null 2>&1 || true
        [ -s "$results/status" ] && found=kvm || found=tcg
        echo "$started $found" >"$cache/accelerator"
    fi
    sed 's/.* //' "$cache/accelerator"
}

boot "${VM_SECONDS:-600}" "$(accelerator)" "$@" || true
[ -s "$results/status" ] || { echo "vm: it did not end by itself" >&2; exit 1; }
exit "$(cat "$results/status")"
