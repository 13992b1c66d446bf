// Damages a published log in memory in every way there is, and says what the verifier beside it makes of each.
//
//   node damage-log.mjs KEY FOLDER CHANGES-FILE
//
// The file has one change as JSON on each line. Prints a line of JSON for each, {"verdict", "firstBad"}, and a last line
// with what was done besides: every bit of every file was flipped, and every file cut at every length.
import { readFileSync } from 'node:fs';
import { Folder, FULL, leafHash, Log, readKey, tilePath, unbundle } from './verify-log.mjs';

const [vkey, dir, changes] = process.argv.slice(2);
const key = readKey(vkey);

/** A log held in memory: path to bytes. */
class Memory {
  constructor(files) {
    this.files = files;
    this.folders = new Map();
    for (const path of files.keys()) {
      for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) this.name(path.slice(0, at + 1), '');
      const parts = path.split('/');
      parts.forEach((part, i) => this.name(parts.slice(0, i).map((one) => `${one}/`).join(''),
        part + (i + 1 < parts.length ? '/' : '')));
    }
  }

  name(folder, name) {
    const names = this.folders.get(folder) ?? new Set();
    this.folders.set(folder, name ? names.add(name) : names);
  }

  read(path) {
    return this.files.get(path) ?? null;
  }

  list(folder) {
    return [...this.folders.get(`${folder}/`) ?? []];
  }
}

function load(from, folder, files) {
  for (const name of from.list(folder || '.')) {
    const path = folder ? `${folder}/${name}` : name;
    if (name.endsWith('/')) load(from, path.slice(0, -1), files);
    else if (name !== '.lock') files.set(path, from.read(path));
  }
  return files;
}

const files = load(new Folder(dir), '', new Map());
const size = Number(files.get('checkpoint').toString().split('\n')[1]);
const widthOf = (index) => Math.min(FULL, size - index * FULL);
const columns = Math.ceil(size / FULL);
const bundlePath = (index) => tilePath('entries', index, widthOf(index));
const entries = Array.from({ length: columns }, (_, i) => unbundle(files.get(bundlePath(i)), widthOf(i)).entries).flat();

const judge = (changed) => new Log(new Memory(changed), key).verify();

/** The log with other entries under the old file names; the last file takes what is too much. */
function withEntries(others) {
  const changed = new Map(files);
  for (let index = 0; index < columns; index++) {
    const some = others.slice(index * FULL, index + 1 < columns ? index * FULL + FULL : others.length);
    changed.set(bundlePath(index), Buffer.concat(some.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    })));
  }
  return changed;
}

function swapped(one, other) {
  const others = [...entries];
  [others[one], others[other]] = [entries[other], entries[one]];
  return others;
}

const kinds = {
  remove: ({ at }) => withEntries(entries.filter((_, i) => i !== at)),
  double: ({ at }) => withEntries([...entries.slice(0, at + 1), ...entries.slice(at)]),
  swap: ({ at, with: other }) => withEntries(swapped(at, other)),
  cut: ({ at }) => withEntries(entries.slice(0, at)),
  lose: ({ file }) => new Map([...files].filter(([path]) => path !== file)),
  copy: ({ file, from }) => new Map(files).set(file, files.get(from)),
  exchange: ({ file, with: other }) => new Map(files).set(file, files.get(other)).set(other, files.get(file)),
};

for (const line of readFileSync(changes, 'utf8').trim().split('\n')) {
  const change = JSON.parse(line);
  const { verdict, firstBad } = judge(kinds[change.kind](change));
  console.log(JSON.stringify({ verdict, firstBad }));
}

/** What was hashed before, found again by its bytes: the same bytes have the same hash. */
const hashed = entries.map((entry) => ({ entry: Buffer.from(entry), hash: leafHash(entry) }));

/** What a verification does with one bundle and its tile, given up at the first fault; what is not damaged is read once. */
class Column extends Log {
  constructor(memory, index, damaged) {
    super(memory, key, (entry) => this.known(entry));
    this.index = index;
    this.damaged = damaged;
    this.size = size;
  }

  known(entry) {
    const before = hashed[this.at++];
    return before && before.entry.equals(entry) ? before.hash : leafHash(entry);
  }

  isFaulty() {
    this.at = this.index * FULL;
    this.faults = [];
    try {
      this.column(this.index, widthOf(this.index));
    } catch (e) {
      if (!this.faults.length) throw e;
    }
    return this.faults.length > 0;
  }

  fault(...what) {
    super.fault(...what);
    throw new Error('enough');
  }

  tile(...which) {
    if (this.damaged.startsWith('tile/0/')) return super.tile(...which);
    return this.tileOnce ??= super.tile(...which);
  }

  bundle(...which) {
    if (!this.damaged.startsWith('tile/0/')) return super.bundle(...which);
    return this.bundleOnce ??= super.bundle(...which);
  }
}

/**
 * Tells whether the verifier finds damage to that file. The bundle and tile that it belongs to are tried first, because
 * a fault there is a fault of the whole; only if nothing is found there, the whole is asked.
 */
function finder(memory, path) {
  const place = /^tile\/(?:0|entries)\/(\d{3})/.exec(path);
  const column = place ? new Column(memory, Number(place[1]), path) : null;
  return () => column?.isFaulty() || new Log(memory, key).verify().verdict === 'BROKEN';
}

const done = { flips: 0, cuts: 0, missed: [] };
for (const [path, honest] of files) {
  const bytes = Buffer.from(honest);
  const memory = new Memory(new Map(files).set(path, bytes));
  const isFound = finder(memory, path);
  for (let bit = 0; bit < bytes.length * 8; bit++, done.flips++) {
    bytes[bit >> 3] ^= 1 << (bit & 7);
    if (!isFound()) done.missed.push(`bit ${bit} of ${path}`);
    bytes[bit >> 3] ^= 1 << (bit & 7);
  }
  for (let length = 0; length < bytes.length; length++, done.cuts++) {
    memory.files.set(path, bytes.subarray(0, length));
    if (!isFound()) done.missed.push(`${path} cut to ${length}`);
  }
  memory.files.set(path, bytes);
}
if (judge(files).verdict !== 'PROVED') done.missed.push('the log itself is not proved');
done.missed.length = Math.min(done.missed.length, 20);
console.log(JSON.stringify(done));
