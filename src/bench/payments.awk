# The agency's payment file: awk -F, -v rows=N -v day=D -f payments.awk placements.csv. A fifth of each balance for
# every payment, so that nothing is paid twice over; every hundredth line repeats, every five hundredth is unknown.
NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
{ known++; placement[known] = $at["placement"]; balance[known] = $at["balance"]; money[known] = $at["currency"] }
END {
  print "record,payment_id,placement,kind,reverses,amount,fee,currency,paid_on,records"
  for (i = 1; i <= rows; i++) {
    if (i % 100 != 0 || i == 1) {
      k = 1 + (i - 1) % known; cents = int(balance[k] * 20); fee = int(cents * 15 / 100 + 0.5); of = money[k]
      line = sprintf("payment,P%09d,%s,PAYMENT,,%d.%02d,%d.%02d,%s,%s,", i, i % 500 == 7 ? "PUNKNOWN" i : placement[k],
        cents / 100, cents % 100, fee / 100, fee % 100, of, day)
    }
    print line
    count[of]++; amounts[of] += cents; fees[of] += fee
  }
  for (of in count) printf "trailer,,,,,%d.%02d,%d.%02d,%s,,%d\n", amounts[of] / 100, amounts[of] % 100, fees[of] / 100,
    fees[of] % 100, of, count[of]
}
