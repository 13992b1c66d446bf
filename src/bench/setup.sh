# Sourced by side-by-side: variables of the home folder, and once for each work folder the databases, keys and the tone.
# Taken from the peers' kit where there is one; without it PGHOST PGPORT PGUSER and BENCH_SFTP_PORT BENCH_SSH_KEY
# BENCH_KNOWN_HOSTS name a PostgreSQL and an sshd of this machine that may be used for it.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
top=$(CDPATH= cd -- "$here/../.." && pwd)
export WORK="${WORK:-${TMPDIR:-/tmp}/graceway-bench}"
if [ -n "$kit" ]; then
  "$kit/bin/up.sh" > /dev/null
  eval "$(bash -c '. "$1/bin/env.sh"; echo "export PGHOST=$PGHOST PGPORT=$PGPORT PGUSER=$PGUSER SSH_PORT=$SSH_PORT"' \
    sh "$kit")"
  export BENCH_SFTP_PORT="$SSH_PORT" BENCH_SSH_KEY="$WORK/ssh/client" BENCH_KNOWN_HOSTS="$WORK/ssh/known_hosts"
fi
own="$WORK/graceway"
mkdir -p "$own/in" "$own/out" "$own/data"
export BENCH_DB_USER="$PGUSER" BENCH_STORE_URL="jdbc:postgresql://$PGHOST:$PGPORT/graceway_store"
export BENCH_ERP_URL="jdbc:postgresql://$PGHOST:$PGPORT/graceway_erp"
export BENCH_SEAL_PASSPHRASE=only-for-the-bench BENCH_SFTP_USER="${BENCH_SFTP_USER:-$(id -un)}"
export BENCH_AGENCY_IN="$own/in" BENCH_AGENCY_OUT="$own/out" BENCH_AGENCY_KEYS="$own/agency.asc"
export GRACEWAY_STATE="$own/state"
first=$(date -u -d '14 days ago' +%F)
agency="gpg --homedir $own/gnupg --batch --quiet --yes --trust-model always"
sftp="sftp -q -P $BENCH_SFTP_PORT -i $BENCH_SSH_KEY -o UserKnownHostsFile=$BENCH_KNOWN_HOSTS -o IdentitiesOnly=yes"

fingerprint() { $agency --with-colons -k "$1" | awk -F: '/^fpr/ {print $10; exit}'; }
graceway() { "$top/graceway" run --home "$here/home" --once "$@"; }
fresh_database() { psql -d postgres -qX -c "drop database if exists $1" -c "create database $1 ${2:+template $2}" 2> /dev/null; }

# The agency's key is older than every day that the gateway judges by.
if [ ! -f "$own/agency.asc" ]; then
  mkdir -p "$own/gnupg" && chmod 700 "$own/gnupg"
  old="--faked-system-time $(date -u -d '60 days ago' +%Y%m%dT000000)"
  $agency $old --passphrase '' --quick-gen-key "agency <agency@example.org>" rsa3072 sign never
  $agency $old --passphrase '' --quick-add-key "$(fingerprint agency)" rsa3072 encr never
  $agency --armor --export agency > "$own/agency.asc"
fi
BENCH_AGENCY_FINGERPRINT=$(fingerprint agency@)
export BENCH_AGENCY_FINGERPRINT

sealed() { # as the agency signs and encrypts it for the house: from standard input to the file $1
  $agency -u agency@example.org --recipient-file "$own/state/keys/house.asc" --compress-algo zip --sign --encrypt \
    -o "$1.part" && mv "$1.part" "$1"
}

# Once: the agency is sent the brand's tone and accepts it by its hash. What that leaves is the start of every run.
if [ ! -d "$own/ready" ]; then
  rm -rf "$own/state" "$own/in"/* "$own/out"/*
  fresh_database graceway_erp && fresh_database graceway_store
  graceway --as-of "$first" --until rounds
  $agency --import "$own/state/keys/house.asc"
  {
    echo record,placement,account,agency_file_number,status,reason,balance,currency,received_on,profile,version,sha256
    $agency -d "$own/in"/tone-*.manifest.json.pgp 2> /dev/null | awk -F'"' '/"tones"/ {tones = 1}
      tones && /"sha256"/ {print "tone,,,,,,,,,bench-power,1," $4}'
  } | sealed "$own/out/acknowledgement-1.csv.pgp"
  graceway --until rounds
  psql -d graceway_store -qAtX -c "select 1 / count(*) from tone_acceptance" > /dev/null
  fresh_database graceway_ready graceway_store
  cp -r "$own/state" "$own/ready"
fi
