# An extract of thirty columns for those who have no other, alike the peers': awk -v rows=N -f extract.awk
function two(n) { return sprintf("%02d", n) }
function pick(list, n, parts) { n = split(list, parts, " "); return parts[1 + int(rand() * n)] }
BEGIN {
  srand(42)
  print "account_no,debtor_id,debtor_type,first_name,last_name,company,tax_id,birth_date,street,zip,city,country," \
    "phone,email,language,invoice_no,invoice_date,due_date,original_amount,balance,interest,fees,currency," \
    "days_past_due,last_payment_date,last_payment_amount,dunning_level,status,promise_date,notes"
  for (i = 1; i <= rows; i++) {
    company = rand() < 0.25; place = pick("DE CH FR GB IT SE ES AT PL IE")
    money = place == "CH" ? "CHF" : place == "GB" ? "GBP" : "EUR"
    recent = rand() < 0.1; level = recent ? int(rand() * 3) : rand() < 0.08 ? 2 : 3 + int(rand() * 2)
    due = recent ? "2025-12-" two(1 + int(rand() * 28)) : "2025-" two(1 + int(rand() * 10)) "-" two(1 + int(rand() * 28))
    balance = sprintf("%.2f", rand() < 0.05 ? 1 + rand() * 48 : 50 + exp(rand() * 7))
    status = rand() < 0.1 ? pick("DISPUTED BANKRUPT DECEASED LEGAL PAID") : "OPEN"
    promise = rand() < 0.04 ? "2026-01-20" : ""
    printf "A%09d,D%08d,%s,%s,%s,%s,,,%s %d,%d,%s,%s,+44 20 7946%04d,debtor%d@example.org,en,INV-%d,%s,%s,%s,%s,0.00,0.00," \
      "%s,%d,,,%d,%s,%s,\n", i, i, company ? "B" : "C", company ? "" : pick("Ann Bo Cem Dee"), company ? "" : \
      pick("Sample Probe Essai Prova"), company ? "Sample " i : "", "Sample Street", 1 + i % 200, 10000 + i % 89999, \
      "Sampletown", place, i % 10000, i, i, due, due, balance, balance, money, recent ? 30 : 90, level, status, promise
  }
}
