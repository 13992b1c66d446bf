# Medians of what was measured, each against the gateway's last day or way back; both days together are a line too.
function median(list, n, parts, i, j, swap) {
  n = split(list, parts, " ")
  for (i = 2; i <= n; i++) for (j = i; j > 1 && parts[j] + 0 < parts[j - 1] + 0; j--) {
    swap = parts[j]; parts[j] = parts[j - 1]; parts[j - 1] = swap
  }
  return n % 2 ? parts[(n + 1) / 2] : (parts[n / 2] + parts[n / 2 + 1]) / 2
}
!($1 in wall) { order[++known] = $1 }
{ wall[$1] = wall[$1] " " $2; own[$1] = own[$1] " " $3; base[$1] = base[$1] " " $4; rest[$1] = rest[$1] " " $5 }
END {
  printf "%-26s %9s %9s %9s %9s %12s %11s %11s\n", rows " rows, medians", "wall s", "cpu s", "pg cpu s", "others s",
    "us cpu/row", "wall ratio", "cpu ratio"
  for (i = 1; i <= known; i++) {
    label = order[i]; subject = label ~ /^out/ ? "out product, last day" : "in product"
    w = median(wall[label]); c = median(own[label]); p = median(base[label])
    ws = median(wall[subject]); cs = median(own[subject]) + median(base[subject])
    printf "%-26s %9.2f %9.2f %9.2f %9.2f %12.1f %11.2f %11.2f\n", label, w, c, p, median(rest[label]),
      (c + p) * 1000000 / rows, w / ws, (c + p) / cs
  }
}
