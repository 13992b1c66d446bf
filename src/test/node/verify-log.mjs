// Checks a published routing log from its published formats alone: RFC 6962 tree hashes, C2SP tlog-tiles,
// tlog-checkpoint, tlog-cosignature, tlog-proof and signed-note. Needs nothing but Node. It shares no code and no method with the Java verifier.
//
//   node verify-log.mjs --vkey KEY [--since CHECKPOINT-FILE] [--witness WITNESS-KEY]... FOLDER...
//   node verify-log.mjs --vkey KEY --proof PROOF-FILE...
//   node verify-log.mjs --vkey KEY --evidence PACK...
//
// Prints one line of JSON for each folder or proof; exit code 0 when everything is proved, 1 when something is not, 2 on
// wrong use.
import { createHash, createPublicKey, verify as ed25519 } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';

export const FULL = 256;
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
export const leafHash = (entry) => sha256(Buffer.of(0), entry);

/** MTH of RFC 6962 section 2.1, over hashes that are already leaves or whole subtrees. */
function root(hashes) {
  if (hashes.length === 0) return sha256();
  let row = hashes;
  // Pairing from the left and carrying an odd last one upwards gives the split at the largest power of two.
  while (row.length > 1) {
    const above = [];
    for (let i = 0; i + 1 < row.length; i += 2) above.push(sha256(Buffer.of(1), row[i], row[i + 1]));
    if (row.length % 2) above.push(row[row.length - 1]);
    row = above;
  }
  return row[0];
}

class Refused extends Error {}

function base64(text, what) {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Refused(`${what} is not plain base64`);
  return bytes;
}

/** The key of a log (type 1), or of a witness (type 4). */
export function readKey(vkey, type = 1) {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? [];
  if (!name) throw new Refused('the key is no verifier key');
  const typed = base64(encoded, 'the key');
  const derived = sha256(Buffer.from(`${name}\n`), typed).subarray(0, 4);
  if (typed.length !== 33 || typed[0] !== type || derived.toString('hex') !== id) throw new Refused('the key is damaged');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') };
  return { name, type, id: derived, vkey, public: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** The text of a note and when a witness signed it; throws when the key did not sign it. */
function openNote(note, key) {
  const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(note);
  if (/[\0-\x09\x0b-\x1f]/.test(whole)) throw new Refused('a control character in the checkpoint');
  const split = whole.lastIndexOf('\n\n');
  if (split < 0 || !whole.endsWith('\n')) throw new Refused('the checkpoint is no signed note');
  const text = whole.slice(0, split + 1);
  let signed = null;
  for (const line of whole.slice(split + 2, -1).split('\n')) {
    const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    if (!name) throw new Refused('a signature line is malformed');
    const signature = base64(encoded, 'a signature');
    if (name !== key.name || !signature.subarray(0, 4).equals(key.id)) continue;
    const time = key.type === 4 && signature.length === 76 ? signature.readBigUInt64BE(4) : null;
    const said = time === null ? text : `cosignature/v1\ntime ${time}\n${text}`;
    const itself = signature.subarray(time === null ? 4 : 12);
    if (!ed25519(null, Buffer.from(said), key.public, itself)) throw new Refused('a wrong signature');
    signed ??= { text, at: time === null ? null : new Date(Number(time) * 1000).toISOString() };
  }
  if (!signed) throw new Refused(`the checkpoint is not signed by ${key.name}`);
  return signed;
}

/** The checkpoint in a signed note; throws when it does not hold. */
function openCheckpoint(note, key) {
  const { text } = openNote(note, key);
  const [, origin, size, hash] = /^([^\n]+)\n(0|[1-9]\d*)\n([^\n]+)\n$/.exec(text) ?? [];
  if (!origin) throw new Refused('the checkpoint has other lines than it should');
  if (origin !== key.name) throw new Refused('the checkpoint of another log');
  const rootHash = base64(hash, 'the root');
  if (rootHash.length !== 32) throw new Refused('the root has a wrong length');
  return { size: Number(size), root: rootHash };
}

/** The root over an entry, from the hashes beside its way up: the last of them is the other half of the tree. */
function rootOver(hash, index, size, path) {
  if (size <= 1) {
    if (path.length) throw new Refused('the proof has more hashes than its place needs');
    return hash;
  }
  if (!path.length) throw new Refused('the proof has fewer hashes than its place needs');
  let half = 1;
  while (half * 2 < size) half *= 2;
  const below = path.slice(0, -1);
  const other = path[path.length - 1];
  return index < half ? sha256(Buffer.of(1), rootOver(hash, index, half, below), other)
    : sha256(Buffer.of(1), other, rootOver(hash, index - half, size - half, below));
}

/** What a proof of inclusion says of the entry that it brings along. */
export function verifyProof(text, key) {
  try {
    const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text);
    const [, extra, index, hashes, note] = /^c2sp\.org\/tlog-proof@v1\nextra (\S+)\nindex (0|[1-9]\d*)\n((?:\S+\n)*)\n([^]+)$/
      .exec(whole) ?? [];
    if (!note) throw new Refused('this is no proof that brings its entry along');
    const checkpoint = openCheckpoint(Buffer.from(note), key);
    const path = hashes.split('\n').slice(0, -1).map((hash) => base64(hash, 'a hash'));
    if (path.some((hash) => hash.length !== 32)) throw new Refused('a hash has a wrong length');
    if (Number(index) >= checkpoint.size) throw new Refused('the checkpoint does not reach the entry');
    const entry = base64(extra, 'the entry');
    const proved = rootOver(leafHash(entry), Number(index), checkpoint.size, path).equals(checkpoint.root);
    if (!proved) throw new Refused('the entry does not lead to the root');
    return { verdict: 'PROVED', size: checkpoint.size, index: Number(index), entry: entry.toString() };
  } catch (e) {
    return { verdict: 'BROKEN', faults: [e.message] };
  }
}

/** The files of a zip by name, read from its directory at the end; throws when a name stands there twice. */
function unzip(bytes) {
  const end = bytes.length - 22;
  if (end < 0 || bytes.readUInt32LE(end) !== 0x06054b50) throw new Refused('this is no zip, or it breaks off');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) throw new Refused('the zip is too large for this verifier');
  const files = new Map();
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Refused('the directory of the zip is damaged');
    const [method, packed, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const path = bytes.toString('utf8', at + 46, at + 46 + name);
    if (files.has(path)) throw new Refused(`the file ${path} stands there twice`);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + packed);
    if (method !== 0 && method !== 8) throw new Refused(`the file ${path} is packed in another way`);
    const content = method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(size, 1) });
    if (content.length !== size) throw new Refused(`the file ${path} has another length`);
    files.set(path, content);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** What an evidence pack proves: that its files are those the log was told of, and that its entries stand in the log. */
export function verifyPack(bytes, key) {
  const faults = [];
  try {
    const files = unzip(bytes);
    const need = (name) => {
      if (!files.has(name)) throw new Refused(`there is no ${name}`);
      return files.get(name);
    };
    const told = verifyProof(need('SHA256SUMS.tlog-proof'), key);
    if (told.verdict !== 'PROVED') throw new Refused(told.faults[0]);
    const made = JSON.parse(told.entry);
    if (made.what !== 'evidence.made' || made.facts['sums-sha256'] !== sha256(need('SHA256SUMS')).toString('hex')) {
      throw new Refused('the log was told of another list of files');
    }
    const listed = new Map(need('SHA256SUMS').toString().split('\n').slice(0, -1)
      .map((line) => [line.slice(66), line.slice(0, 64)]));
    for (const [name, content] of files) {
      if (/^SHA256SUMS(\.tlog-proof)?$/.test(name)) continue;
      if (listed.get(name) !== sha256(content).toString('hex')) faults.push(`${name} was changed or added`);
    }
    for (const name of listed.keys()) if (!files.has(name)) faults.push(`${name} was taken out`);
    const checkpoint = openCheckpoint(need('checkpoint'), key);
    const lines = need('entries.txt').toString('latin1').split('\n').slice(0, -1);
    for (const line of lines) {
      const [index, entry, ...hashes] = line.split(' ');
      const path = hashes.map((hash) => base64(hash, 'a hash'));
      const top = Number(index) < checkpoint.size
        && rootOver(leafHash(base64(entry, 'an entry')), Number(index), checkpoint.size, path);
      if (!top || !top.equals(checkpoint.root)) faults.push(`entry ${index} is not what was logged`);
    }
    if (faults.length) return { verdict: 'BROKEN', faults: faults.slice(0, 10) };
    return { verdict: 'PROVED', entries: lines.length, files: files.size, made };
  } catch (e) {
    return { verdict: 'BROKEN', faults: [...faults.slice(0, 9), e.message] };
  }
}

export function tilePath(level, index, width) {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g);
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width < FULL ? `.p/${width}` : ''}`;
}

/** The files of a log in a folder on disk. */
export class Folder {
  constructor(dir) {
    this.dir = dir;
  }

  read(name) {
    const path = join(this.dir, name);
    return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null;
  }

  /** What lies in a folder below: names, those of folders with a slash at their end. */
  list(name) {
    const path = join(this.dir, name);
    if (!existsSync(path) || !statSync(path).isDirectory()) return [];
    return readdirSync(path, { withFileTypes: true }).map((item) => item.name + (item.isDirectory() ? '/' : ''));
  }
}

/** Entries of a bundle, at most `width`; `end` is where they stop. */
export function unbundle(bytes, width) {
  const entries = [];
  let end = 0;
  while (entries.length < width && end + 2 <= bytes.length) {
    const next = end + 2 + bytes.readUInt16BE(end);
    if (next > bytes.length) break;
    entries.push(bytes.subarray(end + 2, next));
    end = next;
  }
  return { entries, end };
}

export class Log {
  /** The files are read through `read` and `list`, see Folder. */
  constructor(files, key, hash = leafHash) {
    this.files = files;
    this.key = key;
    this.hash = hash;
    this.faults = []; // [what, level, first bad entry or -1]
    this.witnessed = [];
    this.tail = false;
    this.size = 0;
  }

  fault(what, level = -1, index = -1) {
    this.faults.push({ what, level, index });
  }

  partialWidths(level, index) {
    return this.files.list(`${tilePath(level, index, FULL)}.p`).filter((name) => /^[1-9]\d{0,2}$/.test(name)).map(Number)
      .filter((width) => width < FULL).sort((a, b) => a - b);
  }

  /** A tile or bundle of that width, or of the next greater width that is there. */
  readTile(level, index, width) {
    const exact = this.files.read(tilePath(level, index, width));
    if (exact) return { bytes: exact, exact: true };
    for (const wider of [...this.partialWidths(level, index).filter((one) => one > width), FULL]) {
      const bytes = this.files.read(tilePath(level, index, wider));
      if (bytes) return { bytes, exact: false };
    }
    return null;
  }

  /** Hashes of one tile as the file has them, null where a hash is missing. */
  tile(level, index, width) {
    const span = FULL ** level;
    const first = index * FULL * span;
    const file = this.readTile(level, index, width);
    if (!file) {
      this.fault(`tile ${level}/${index} is missing`, level, first);
      return Array(width).fill(null);
    }
    const here = Math.min(width, Math.floor(file.bytes.length / 32));
    if (here < width) this.fault(`tile ${level}/${index} is cut`, level, first + here * span);
    if (file.exact && file.bytes.length > width * 32) this.fault(`tile ${level}/${index} is too long`, level);
    this.narrower(level, index, width, (w) => file.bytes.subarray(0, w * 32));
    return Array.from({ length: width }, (_, i) => (i < here ? file.bytes.subarray(i * 32, i * 32 + 32) : null));
  }

  narrower(level, index, width, expected) {
    for (const narrow of this.partialWidths(level, index).filter((w) => w < width)) {
      const bytes = this.files.read(tilePath(level, index, narrow));
      if (!bytes.equals(expected(narrow))) this.fault(`an older ${level}/${index} of ${narrow} differs`);
    }
  }

  bundle(index, width) {
    const file = this.readTile('entries', index, width);
    if (!file) {
      this.fault(`bundle ${index} is missing`, 0, index * FULL);
      return [];
    }
    const { entries, end } = unbundle(file.bytes, width);
    if (entries.length < width) this.fault(`bundle ${index} breaks off`, 0, index * FULL + entries.length);
    else if (file.exact && end < file.bytes.length) this.fault(`bundle ${index} is too long`, 0, index * FULL + width);
    if (entries.length === width) {
      this.narrower('entries', index, width, (w) => file.bytes.subarray(0, unbundle(file.bytes, w).end));
    }
    return entries;
  }

  /** The 256 entries of one bundle, or the last ones, against the tile of their hashes. */
  column(index, width) {
    const hashes = this.tile(0, index, width);
    const bundle = this.bundle(index, width);
    const entries = bundle.map((entry, i) => {
      const hash = this.hash(entry);
      this.same('entry', 0, index * FULL + i, hash, hashes[i]);
      return hash;
    });
    return { hashes, bundle, entries };
  }

  width(index, count) {
    return Math.min(FULL, count - index * FULL);
  }

  verify(since, witnesses = []) {
    try {
      const note = this.files.read('checkpoint');
      if (!note) throw new Refused('no checkpoint');
      const checkpoint = openCheckpoint(note, this.key);
      this.size = checkpoint.size;
      const kept = since ? [openCheckpoint(since, this.key)] : [];
      kept.push(...witnesses.map((witness) => this.cosigned(witness)));
      this.checkTree(checkpoint, kept);
    } catch (e) {
      this.fault(e.message);
    }
    this.checkStray();
    const beside = this.files.read('log.vkey');
    if (beside && beside.toString('latin1') !== `${this.key.vkey}\n`) this.fault('log.vkey is another key');
    return this.result();
  }

  /** The last checkpoint that a witness cosigned. */
  cosigned(witness) {
    const note = this.files.read(`witness/${witness.id.toString('hex')}`);
    if (!note) throw new Refused(`nothing here was cosigned by ${witness.name}`);
    const { at } = openNote(note, witness);
    const checkpoint = openCheckpoint(note, this.key);
    this.witnessed.push({ witness: witness.name, size: checkpoint.size, at });
    return checkpoint;
  }

  checkTree(checkpoint, kept) {
    const levels = this.size > 0 ? [[]] : [];
    const entries = [];
    for (let index = 0; index * FULL < this.size; index++) {
      const width = this.width(index, this.size);
      const column = this.column(index, width);
      levels[0].push(...column.hashes);
      entries.push(...Array.from({ length: width }, (_, i) => column.entries[i] ?? null));
      if (index * FULL + width === this.size && column.bundle.length === width) {
        this.last = JSON.parse(column.bundle[width - 1]).at;
      }
    }
    this.checkLevels(levels);
    if (entries.includes(null) || !root(entries).equals(checkpoint.root)) this.fault('the root differs');
    for (const one of kept) {
      if (one.size > this.size) this.fault('the end is cut', 0, this.size);
      else if (!root(entries.slice(0, one.size)).equals(one.root)) this.fault('the beginning was rewritten');
    }
  }

  /** Every hash above the lowest level against those below it. */
  checkLevels(levels) {
    for (let level = 1, count = Math.floor(this.size / FULL); count > 0; level++, count = Math.floor(count / FULL)) {
      levels.push([]);
      for (let index = 0; index * FULL < count; index++) {
        levels[level].push(...this.tile(level, index, this.width(index, count)));
      }
      levels[level].forEach((hash, i) => {
        const below = levels[level - 1].slice(i * FULL, i * FULL + FULL);
        if (!below.includes(null)) this.same('tile hash', level, i, root(below), hash);
      });
    }
  }

  same(what, level, place, computed, published) {
    if (published && !computed.equals(published)) this.fault(`${what} ${place} differs`, level, place * FULL ** level);
  }

  checkStray(folder = 'tile') {
    for (const name of this.files.list(folder)) {
      const path = `${folder}/${name}`;
      if (name.endsWith('/')) this.checkStray(path.slice(0, -1));
      else if (!this.isTile(path)) this.fault(`a stray file ${path}`);
    }
  }

  isTile(path) {
    const form = /^tile\/(\d{1,2}|entries)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
    if (!form) return false;
    const level = form[1] === 'entries' ? 'entries' : Number(form[1]);
    const index = Number(form[2].replace(/[x/]/g, ''));
    const width = form[3] ? Number(form[3]) : FULL;
    if (level > 63 || width < 1 || (form[3] && width > 255) || tilePath(level, index, width) !== path) return false;
    const count = Math.floor(this.size / FULL ** (level === 'entries' ? 0 : level));
    if (width > count - index * FULL) this.tail = true;
    return true;
  }

  result() {
    const known = this.faults.filter((fault) => fault.index >= 0);
    // A wrong leaf says more than the wrong hashes that follow from it.
    const lowest = known.filter((fault) => fault.level === 0);
    const firstBad = Math.min(...(lowest.length ? lowest : known).map((fault) => fault.index));
    const verdict = this.faults.length ? 'BROKEN' : this.tail ? 'UNSIGNED_TAIL' : 'PROVED';
    return { verdict, size: this.size, last: this.last ?? null, firstBad: Number.isFinite(firstBad) ? firstBad : -1,
      witnessed: this.witnessed, faults: this.faults.slice(0, 10).map((fault) => fault.what) };
  }
}

function main(args) {
  const names = [];
  const options = {};
  const witnesses = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--proof') options.proof = true;
    else if (args[i] === '--evidence') options.evidence = true;
    else if (args[i] === '--witness') witnesses.push(readKey(args[++i], 4));
    else if (args[i].startsWith('--')) options[args[i].slice(2)] = args[++i];
    else names.push(args[i]);
  }
  if (!options.vkey || names.length === 0) {
    console.error('usage: node verify-log.mjs --vkey KEY [--since CHECKPOINT-FILE] [--witness WITNESS-KEY]... FOLDER...\n'
      + '       node verify-log.mjs --vkey KEY --proof PROOF-FILE...\n'
      + '       node verify-log.mjs --vkey KEY --evidence PACK...');
    return 2;
  }
  const key = readKey(options.vkey);
  const since = options.since && readFileSync(options.since);
  const results = names.map((name) => (options.proof ? verifyProof(readFileSync(name), key)
    : options.evidence ? verifyPack(readFileSync(name), key)
    : new Log(new Folder(name), key).verify(since, witnesses)));
  results.forEach((result) => console.log(JSON.stringify(result)));
  return results.every((result) => result.verdict === 'PROVED') ? 0 : 1;
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
