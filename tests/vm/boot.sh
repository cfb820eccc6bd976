#!/bin/sh
# Runs a program as root in a virtual machine that has this machine's root file system, whose changes are forgotten,
# and a stock Debian kernel with test drivers for cameras: `boot.sh PROGRAM [ARGUMENT]…`. Ends as the program ended.
# Needs Debian 12, root and Debian's mirrors; KVM is not used. Prepares itself once, under the cache folder.
set -eu
cache=${XDG_CACHE_HOME:-$HOME/.cache}/anjungan-asik/vm
mkdir -p "$cache"

if [ ! -s "$cache/version" ]; then
    apt-get -qq update
    # The exact package: a pattern would match gigabytes.
    version=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: linux-image-//p')
    tree=$cache/$version
    echo "vm: preparing Linux $version" >&2
    apt-get -qq install -y --no-install-recommends -o DPkg::Lock::Timeout=300 qemu-system-x86 cpio kmod gcc make \
        v4l-utils ffmpeg "linux-headers-$version" >"$cache/apt.log" 2>&1 || { tail "$cache/apt.log" >&2; exit 1; }
    rm -rf "$cache/packages" "$tree" "$cache/root"
    mkdir -p "$cache/packages" "$cache/root/lib" "$cache/root/bin"
    (cd "$cache/packages" && apt-get -qq -o APT::Sandbox::User=root download "linux-image-$version" busybox-static \
        v4l2loopback-dkms)
    for package in "$cache"/packages/*.deb; do dpkg -x "$package" "$tree"; done
    loopback=$(echo "$tree"/usr/src/v4l2loopback-*)
    make -s -C "/usr/src/linux-headers-$version" M="$loopback" modules >"$cache/make.log" 2>&1
    cp "$loopback/v4l2loopback.ko" "$tree/lib/modules/$version/"
    depmod -b "$tree" "$version"

    # Just enough to mount the rest.
    cp "$tree/bin/busybox" "$cache/root/bin/"
    for module in virtio_pci 9pnet_virtio 9p overlay; do
        modprobe -d "$tree" -S "$version" --show-depends "$module" | sed -n 's/^insmod //p'
    done | awk '!seen[$1]++ { print $1 }' | while read -r file; do
        cp "$file" "$cache/root/lib/"
        basename "$file"
    done >"$cache/root/modules"
    cat >"$cache/root/init" <<'INIT'
#!/bin/busybox sh
export PATH=/bin
busybox mkdir -p /proc /host /new /top
busybox mount -t proc none /proc
for module in $(busybox cat /modules); do busybox insmod "/lib/$module"; done
busybox mount -t tmpfs none /top
busybox mkdir /top/upper /top/work
busybox mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,cache=loose,ro host /host
busybox mount -t overlay -o lowerdir=/host,upperdir=/top/upper,workdir=/top/work none /new
busybox mount -t 9p -o trans=virtio,version=9p2000.L results /new/mnt
exec busybox switch_root /new /bin/sh /mnt/start
INIT
    chmod +x "$cache/root/init"
    (cd "$cache/root" && find . | cpio --quiet -o -H newc) | gzip >"$cache/initrd"
    echo "$version" >"$cache/version"
fi
version=$(cat "$cache/version")
tree=$cache/$version

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
cat >"$results/start" <<START
mount -t proc none /proc
mount -t sysfs none /sys
mount -t devtmpfs none /dev
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root MODULES="-q -d $tree -S $version"
cd "$PWD"
$(for word in "$@"; do printf "'%s' " "$word"; done)
echo \$? >/mnt/status
sync
echo o >/proc/sysrq-trigger
while :; do :; done
START
timeout --foreground "${VM_SECONDS:-600}" qemu-system-x86_64 -accel tcg,thread=multi -cpu Nehalem -smp 2 -m 2048 \
    -nodefaults -no-reboot -display none -serial stdio \
    -kernel "$tree/boot/vmlinuz-$version" -initrd "$cache/initrd" -append 'console=ttyS0 quiet panic=-1' \
    -fsdev local,id=host,path=/,security_model=none,readonly=on,multidevs=remap \
    -device virtio-9p-pci,fsdev=host,mount_tag=host \
    -fsdev "local,id=results,path=$results,security_model=none" \
    -device virtio-9p-pci,fsdev=results,mount_tag=results </dev/null
[ -s "$results/status" ] || { echo "vm: it did not end by itself" >&2; exit 1; }
exit "$(cat "$results/status")"
