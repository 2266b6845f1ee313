#!/usr/bin/env node
// @ts-check
/**
 * Relay of Merchant Desk: takes the messages that Douyin's open platform pushes to a third-party application, keeps them
 * encrypted as they came, and hands them to the desktop program that asks with the shared secret. Node 18 or newer and
 * nothing else. docs/relay.md explains how to set it up and describes the interface.
 *
 * What it promises: a message that was answered with `success` is on the disk; it is handed over until it was
 * acknowledged, and never after; one desktop at a time holds the lease.
 */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { open, rename, unlink } from 'node:fs/promises'
import { createServer } from 'node:http'
import { isIP } from 'node:net'
import { join } from 'node:path'

/**
 * @typedef {{ Nonce: string, TimeStamp: string, Encrypt: string, MsgSignature: string }} Envelope as the platform sends it
 * @typedef {'authorization' | 'events'} Address 授权事件接收 URL or 消息与事件接收 URL
 * @typedef {'ticket' | 'event' | 'unknown'} Kind unknown: there is no message key, or it does not fit
 * @typedef {{ id: number, at: number, address: Address, kind: Kind, envelope: Envelope }} Message
 * @typedef {{ floor: number, dropped: number }} Floor up to this id all is done with; so many were dropped unread
 * @typedef {Floor & { last: number, tickets: Message[], seen: [string, number][] }} Head all that older files knew
 * @typedef {{ head: Head } | { message: Message } | { floor: Floor }} Entry one line of the journal
 * @typedef {{ maxMessages: number, maxBytes: number, maxAgeDays: number, maxBlobBytes: number,
 *   requestsPerSecond: number, requestsPerSecondPerAddress: number }} Limits
 * @typedef {{ appId: string, messageToken: string, messageKey: string | null, secret: string, segment: string }} Application
 * @typedef {{ host: string, port: number, data: string, limits: Limits, applications: Application[] }} Configuration
 * @typedef {{ configuration: Configuration, problems: string[], warnings: string[] }} Reading
 * @typedef {{ holder: string, name: string, until: number, fence: number }} Lease
 * @typedef {{ version: number, blob: string, at: number }} Tokens
 * @typedef {Application & { queue: Queue, desk: Desk }} Served
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

const usage = `Usage: relay.mjs [--config FILE] [--check] [--help]

  --config FILE   read the configuration from this JSON file (or name it in RELAY_CONFIG)
  --check         validate the configuration, say what is wrong, and end

Without a file, one application is configured by the environment:
  RELAY_APP_ID, RELAY_MESSAGE_TOKEN, RELAY_SECRET (32 bytes or more), RELAY_DATA (a folder);
  optional: RELAY_MESSAGE_KEY, RELAY_PUSH_SEGMENT, RELAY_HOST (127.0.0.1), RELAY_PORT (8787)
`

const replayWindowMs = 5 * 60_000
const ticketLifeMs = 3 * 60 * 60_000
const maxPushBytes = 256 * 1024
const maxCallBytes = 8 * 1024
const maxAnswerBytes = 1024 * 1024
const maxSignatures = 10_000
const maxTicketCandidates = 64
const maxTicketLength = 4096
const maxWaiting = 16
const maxWaitSeconds = 30
const segmentBytes = 1024 * 1024
/** @type {Limits} */
const defaultLimits = {
  maxMessages: 10_000,
  maxBytes: 32 * 1024 * 1024,
  maxAgeDays: 30,
  maxBlobBytes: 4 * 1024 * 1024,
  requestsPerSecond: 200,
  requestsPerSecondPerAddress: 50
}

// ---------------------------------------------------------------------------------------------- configuration

/**
 * From a file or the environment. Problems name the field and never its value.
 * @param {string | undefined} file @param {NodeJS.ProcessEnv} environment @returns {Reading}
 */
function readConfiguration(file, environment) {
  if (!file) return checkConfiguration(fromEnvironment(environment), [])
  try {
    const isOpen = (statSync(file).mode & 0o007) !== 0
    const warnings = isOpen ? ['the configuration file can be read by every user of this server: chmod 640'] : []
    return checkConfiguration(JSON.parse(readFileSync(file, 'utf8')), warnings)
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : `can not be read (${codeOf(error)})`
    return { ...checkConfiguration({}, []), problems: [`the configuration file ${why}`] }
  }
}

/** @param {NodeJS.ProcessEnv} environment */
function fromEnvironment(environment) {
  const { RELAY_APP_ID, RELAY_MESSAGE_TOKEN, RELAY_MESSAGE_KEY, RELAY_PUSH_SEGMENT } = environment
  return {
    listen: { host: environment.RELAY_HOST, port: environment.RELAY_PORT || undefined },
    data: environment.RELAY_DATA,
    secret: environment.RELAY_SECRET,
    applications: [
      {
        appId: RELAY_APP_ID,
        messageToken: RELAY_MESSAGE_TOKEN,
        messageKey: RELAY_MESSAGE_KEY,
        segment: RELAY_PUSH_SEGMENT
      }
    ]
  }
}

/** @param {unknown} raw @param {string[]} warnings @returns {Reading} */
function checkConfiguration(raw, warnings) {
  const file = isObject(raw) ? raw : {}
  const listen = isObject(file.listen) ? file.listen : {}
  const given = Array.isArray(file.applications) ? file.applications : []
  /** @type {string[]} */
  const problems = []
  const host = textOr(listen.host, '127.0.0.1')
  const port = Number(listen.port ?? 8787)
  const data = textOr(file.data, '')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push('listen.port is not a port')
  if (!data) problems.push('data: the folder for the messages is missing')
  const limits = checkLimits(file.limits, problems)
  const applications = given.map((each, at) => checkApplication(each, textOr(file.secret, ''), at, problems))
  if (applications.length === 0) problems.push('applications: at least one is needed')
  for (const field of /** @type {const} */ (['appId', 'segment'])) {
    const isTwice = new Set(applications.map((each) => each[field])).size < applications.length
    if (isTwice) problems.push(`applications: two have the same ${field}`)
  }
  if (!isLoopback(host)) warnings.push('listen.host is not loopback: the relay speaks plain HTTP, put HTTPS in front')
  return { configuration: { host, port, data, limits, applications }, problems, warnings }
}

/** @param {unknown} raw @param {string} commonSecret @param {number} index @param {string[]} problems */
function checkApplication(raw, commonSecret, index, problems) {
  const given = isObject(raw) ? raw : {}
  const appId = textOr(given.appId, '')
  const messageToken = textOr(given.messageToken, '')
  const messageKey = textOr(given.messageKey, '') || null
  const secret = textOr(given.secret, commonSecret)
  const segment = textOr(given.segment, appId)
  /** @param {boolean} isWrong @param {string} problem */
  const expect = (isWrong, problem) => void (isWrong && problems.push(`applications[${index}]${problem}`))
  expect(!/^[\w-]{1,128}$/.test(appId), '.appId is missing or has other characters than letters, digits, - and _')
  expect(!/^[\w-]{0,128}$/.test(segment), '.segment has other characters than letters, digits, - and _')
  expect(!messageToken, '.messageToken (消息验证 TOKEN) is missing')
  expect(Buffer.byteLength(secret) < 32, ': the secret must have at least 32 bytes')
  const isKey = messageKey === null || /^[\w+/-]{43}$/.test(messageKey)
  expect(!isKey, '.messageKey (消息加密解密 KEY) must have 43 characters')
  return { appId, messageToken, messageKey, secret, segment }
}

/** @param {unknown} raw @param {string[]} problems @returns {Limits} */
function checkLimits(raw, problems) {
  const limits = { ...defaultLimits, ...(isObject(raw) ? raw : {}) }
  for (const [name, value] of Object.entries(limits)) {
    if (!(name in defaultLimits)) problems.push(`limits.${name} is not known`)
    else if (typeof value !== 'number' || !(value > 0)) problems.push(`limits.${name} must be a number above 0`)
  }
  return limits
}

/** What is wrong with the folder, or null. It is made where it is missing. @param {string} folder */
function folderProblem(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return null
  } catch (error) {
    return `data: the folder can not be written to (${codeOf(error)})`
  }
}

// ---------------------------------------------------------------------------------------------------- journal

/**
 * Append-only files of lines with a checksum each. A line counts as written after `fdatasync`; what a crash tore off is
 * cut away at the next start. Each file begins with a head that makes all older files needless but for the messages that
 * still wait in them.
 */
class Journal {
  /** @type {{ number: number, lastId: number }[]} */
  #segments = []
  /** @type {import('node:fs/promises').FileHandle | null} */
  #handle = null
  #size = Infinity
  /** @type {{ entry: Entry, resolve: () => void, reject: (error: unknown) => void }[]} */
  #queue = []
  #isWriting = false

  /** @param {string} folder @param {() => Head} head what is known now */
  constructor(folder, head) {
    this.folder = folder
    this.head = head
  }

  /** Reads everything that was written, oldest first. @param {(entry: Entry) => void} take */
  async load(take) {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    const names = readdirSync(this.folder).filter((name) => /^\d{8}\.log$/.test(name))
    for (const name of names.sort()) {
      const { entries, end, damaged } = readSegment(join(this.folder, name))
      if (damaged > 0) log('damaged lines were left out', { file: name, damaged })
      for (const entry of entries) take(entry)
      this.#segments.push({ number: Number(name.slice(0, 8)), lastId: lastIdOf(entries) })
      this.#size = entries.length > 0 ? end : Infinity
    }
    const last = this.#segments.at(-1)
    if (!last || this.#size === Infinity) return
    truncateSync(this.#path(last.number), this.#size)
    this.#handle = await open(this.#path(last.number), 'a', 0o600)
  }

  /**
   * Resolves once the entry is on the disk; rejects where it could not be written, and then it is not there.
   * @param {Entry} entry @returns {Promise<void>}
   */
  append(entry) {
    return new Promise((resolve, reject) => {
      this.#queue.push({ entry, resolve, reject })
      if (!this.#isWriting) void this.#writeAll()
    })
  }

  async close() {
    await this.#handle?.close()
    this.#handle = null
  }

  /** What came while the last write was under way is written together: one sync for all. */
  async #writeAll() {
    this.#isWriting = true
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0)
      try {
        await this.#write(batch.map(({ entry }) => entry))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.#isWriting = false
  }

  /** @param {Entry[]} entries */
  async #write(entries) {
    if (this.#size >= segmentBytes) await this.#rotate()
    const [handle, segment] = [this.#handle, this.#segments.at(-1)]
    if (!handle || !segment) throw new Error('the journal is closed')
    const bytes = Buffer.from(entries.map(line).join(''))
    try {
      await handle.appendFile(bytes)
    } catch (error) {
      await handle.truncate(this.#size).catch(giveUp)
      throw error
    }
    // After a failed sync nobody knows what is on the disk: only a new start finds out.
    await handle.datasync().catch(giveUp)
    this.#size += bytes.length
    segment.lastId = Math.max(segment.lastId, lastIdOf(entries))
  }

  /** Begins a new file, then deletes those in which nothing waits any more. */
  async #rotate() {
    const number = (this.#segments.at(-1)?.number ?? 0) + 1
    const head = this.head()
    const bytes = Buffer.from(line({ head }))
    const handle = await open(this.#path(number), 'w', 0o600)
    try {
      await handle.appendFile(bytes)
      await handle.sync()
      await syncFolder(this.folder)
    } catch (error) {
      await handle.close()
      throw error
    }
    await this.#handle?.close()
    this.#handle = handle
    this.#size = bytes.length
    const done = this.#segments.filter(({ lastId }) => lastId <= head.floor)
    this.#segments = [...this.#segments.filter(({ lastId }) => lastId > head.floor), { number, lastId: 0 }]
    for (const segment of done) await unlink(this.#path(segment.number)).catch(() => undefined)
  }

  /** @param {number} number */
  #path(number) {
    return join(this.folder, `${String(number).padStart(8, '0')}.log`)
  }
}

/** @param {Entry} entry */
function line(entry) {
  const json = JSON.stringify(entry)
  return `${checksum(json)} ${json}\n`
}

/** @param {string} json */
const checksum = (json) => sha256(json).toString('hex').slice(0, 16)

/** @param {string} path */
function readSegment(path) {
  const bytes = readFileSync(path)
  /** @type {Entry[]} */
  const entries = []
  let [start, end, damaged] = [0, 0, 0]
  for (let newline = bytes.indexOf(10); newline >= 0; newline = bytes.indexOf(10, start)) {
    const json = bytes.toString('utf8', start + 17, newline)
    const isSound = bytes.toString('latin1', start, start + 17) === `${checksum(json)} `
    if (isSound) entries.push(JSON.parse(json))
    else damaged += 1
    start = newline + 1
    if (isSound) end = start
  }
  return { entries, end, damaged }
}

/** @param {Entry[]} entries */
function lastIdOf(entries) {
  return entries.reduce((last, entry) => ('message' in entry ? Math.max(last, entry.message.id) : last), 0)
}

/** @param {string} folder */
async function syncFolder(folder) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/**
 * Replaces a small file at once: a crash leaves the old one or the new one.
 * @param {string} folder @param {string} name @param {unknown} content
 */
async function replaceFile(folder, name, content) {
  const handle = await open(join(folder, `${name}.new`), 'w', 0o600)
  try {
    await handle.appendFile(JSON.stringify(content))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(join(folder, `${name}.new`), join(folder, name))
  await syncFolder(folder)
}

/** Null where there is no such file. @param {string} path @returns {any} */
function readSmallFile(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

// ------------------------------------------------------------------------------------------------------ queue

/** The messages of one application: which wait, which may be the newest tickets, which signatures were seen. */
class Queue {
  /** @type {Message[]} */
  #waiting = []
  #bytes = 0
  /** @type {Message[]} */
  #tickets = []
  /** @type {Map<string, { until: number, stored: Promise<void> }>} */
  #seen = new Map()
  /** @type {Floor} */
  #floor = { floor: 0, dropped: 0 }
  #last = 0
  #next = 1
  /** @type {Set<() => void>} */
  #waiters = new Set()

  /** @param {string} folder @param {Limits} limits */
  constructor(folder, limits) {
    this.limits = limits
    this.journal = new Journal(folder, () => this.#head())
  }

  async load() {
    await this.journal.load((entry) => this.#apply(entry))
    this.#next = this.#last + 1
    await this.#bound(Date.now())
  }

  /**
   * Keeps a message that was verified. Resolves once it is on the disk; a repetition within the replay window is not kept
   * again, shares the first one's outcome, and gives false.
   * @param {Omit<Message, 'id'>} content
   */
  async keep(content) {
    const signature = content.envelope.MsgSignature
    this.#forgetSignatures(content.at)
    const earlier = this.#seen.get(signature)
    if (earlier) {
      await earlier.stored
      return false
    }
    const entry = { message: { ...content, id: this.#next++ } }
    const stored = this.journal.append(entry).then(() => this.#apply(entry))
    this.#seen.set(signature, { until: rememberUntil(content.envelope), stored })
    await stored.catch((/** @type {unknown} */ error) => {
      this.#seen.delete(signature)
      throw error
    })
    this.wake()
    await this.#bound(content.at)
    return true
  }

  /** What waits behind an id, oldest first; an id never given counts as none. @param {number} after @param {number} limit */
  after(after, limit) {
    const from = after > this.#last ? 0 : after
    let bytes = 0
    return this.#waiting
      .filter(({ id }) => id > from)
      .slice(0, limit)
      .filter((message, index) => (bytes += sizeOf(message)) <= maxAnswerBytes || index === 0)
  }

  get dropped() {
    return this.#floor.dropped
  }

  /** Newest first. One, where the key tells; else all that may be one. */
  tickets(now = Date.now()) {
    return this.#tickets.filter(({ at }) => now - at < ticketLifeMs).reverse()
  }

  /** Marks all messages up to an id as handed over. False for an id that was never given. @param {number} id */
  async acknowledge(id) {
    if (id > this.#last) return false
    await this.#raise({ floor: id, dropped: this.#floor.dropped })
    return true
  }

  /**
   * Resolves at the next message, after the time, or when the caller is gone. False where too many wait already.
   * @param {number} ms @param {Response} response
   */
  async arrival(ms, response) {
    if (this.#waiters.size >= maxWaiting) return false
    await new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#waiters.delete(wake)
        resolve(undefined)
      }
      const timer = setTimeout(wake, ms)
      this.#waiters.add(wake)
      response.once('close', wake)
    })
    return true
  }

  /** Ends the waiting of all who wait. */
  wake() {
    for (const wake of [...this.#waiters]) wake()
  }

  close() {
    return this.journal.close()
  }

  /** @param {Floor} floor */
  async #raise(floor) {
    if (floor.floor <= this.#floor.floor) return
    await this.journal.append({ floor })
    this.#apply({ floor })
  }

  /** Drops the oldest where there are too many, too large or too old ones. @param {number} now */
  async #bound(now) {
    const { maxMessages, maxBytes, maxAgeDays } = this.limits
    let [count, bytes] = [this.#waiting.length, this.#bytes]
    const drop = this.#waiting.filter((message) => {
      const isTooMuch = count > maxMessages || bytes > maxBytes || now - message.at > maxAgeDays * 86_400_000
      if (isTooMuch) [count, bytes] = [count - 1, bytes - sizeOf(message)]
      return isTooMuch
    })
    const last = drop.at(-1)
    if (!last) return
    log('messages were dropped that nobody fetched', { count: drop.length })
    await this.#raise({ floor: last.id, dropped: this.#floor.dropped + drop.length })
  }

  /** @param {Entry} entry */
  #apply(entry) {
    if ('message' in entry) return this.#take(entry.message)
    const { floor, dropped } = 'head' in entry ? entry.head : entry.floor
    this.#floor = { floor: Math.max(this.#floor.floor, floor), dropped: Math.max(this.#floor.dropped, dropped) }
    this.#setWaiting(this.#waiting.filter(({ id }) => id > this.#floor.floor))
    if (!('head' in entry)) return
    this.#last = Math.max(this.#last, entry.head.last)
    this.#tickets = entry.head.tickets
    for (const [signature, until] of entry.head.seen) this.#seen.set(signature, { until, stored: Promise.resolve() })
  }

  /** A ticket makes the ones before it worthless. @param {Message} message */
  #take(message) {
    const { id, kind, envelope } = message
    this.#last = Math.max(this.#last, id)
    if (!this.#seen.has(envelope.MsgSignature)) {
      this.#seen.set(envelope.MsgSignature, { until: rememberUntil(envelope), stored: Promise.resolve() })
    }
    if (kind === 'ticket') {
      this.#tickets = [message]
      this.#setWaiting(this.#waiting.filter((each) => each.kind !== 'ticket'))
    } else if (mayBeTicket(message)) this.#tickets = [...this.#tickets, message].slice(-maxTicketCandidates)
    this.#waiting.push(message)
    this.#bytes += sizeOf(message)
  }

  /** @param {Message[]} waiting */
  #setWaiting(waiting) {
    this.#waiting = waiting
    this.#bytes = waiting.reduce((sum, message) => sum + sizeOf(message), 0)
  }

  /** @param {number} now */
  #forgetSignatures(now) {
    for (const [signature, { until }] of this.#seen) {
      if (until > now && this.#seen.size <= maxSignatures) break
      this.#seen.delete(signature)
    }
  }

  /** @returns {Head} */
  #head() {
    const [first] = this.#waiting
    return {
      floor: first ? Math.max(this.#floor.floor, first.id - 1) : this.#last,
      dropped: this.#floor.dropped,
      last: this.#last,
      tickets: this.#tickets,
      seen: [...this.#seen].map(([signature, { until }]) => [signature, until])
    }
  }
}

/** @param {Message} message */
const sizeOf = ({ envelope }) => envelope.Encrypt.length + 256

/** After this its time alone refuses a repetition. @param {Envelope} envelope */
const rememberUntil = ({ TimeStamp }) => Number(TimeStamp) * 1000 + replayWindowMs

/** @param {Message} message */
const mayBeTicket = ({ kind, address, envelope }) =>
  kind === 'unknown' && address === 'authorization' && envelope.Encrypt.length <= maxTicketLength

// ------------------------------------------------------------------------------------------- lease and tokens

/** Which desktop may write, and the sealed tokens that it leaves for the others. One change at a time. */
class Desk {
  /** @type {Promise<unknown>} */
  #turn = Promise.resolve()

  /** @param {string} folder */
  constructor(folder) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.folder = folder
    /** @type {Lease} */
    this.lease = readSmallFile(join(folder, 'lease.json')) ?? { holder: '', name: '', until: 0, fence: 0 }
    /** @type {Tokens} */
    this.tokens = readSmallFile(join(folder, 'tokens.json')) ?? { version: 0, blob: '', at: 0 }
  }

  /** The lease that is in force and someone else's, or null. @param {string} holder */
  heldByOther(holder) {
    return this.lease.until > Date.now() && this.lease.holder !== holder ? this.lease : null
  }

  /** @param {string} holder */
  isHeldBy(holder) {
    return this.lease.until > Date.now() && this.lease.holder === holder
  }

  /**
   * Takes or renews the lease. The fence grows whenever it was free in between.
   * @param {string} holder @param {string} name @param {number} ttlMs
   */
  acquire(holder, name, ttlMs) {
    return this.#inTurn(async () => {
      if (this.heldByOther(holder)) return
      const fence = this.lease.fence + (this.isHeldBy(holder) ? 0 : 1)
      await this.#setLease({ holder, name, until: Date.now() + ttlMs, fence })
    })
  }

  /** @param {string} holder */
  release(holder) {
    return this.#inTurn(async () => {
      if (!this.isHeldBy(holder)) return false
      await this.#setLease({ holder: '', name: '', until: 0, fence: this.lease.fence })
      return true
    })
  }

  /**
   * Replaces the sealed tokens of the version named, for the holder of the lease alone.
   * @param {string} holder @param {number} fence @param {number} version @param {string} blob
   */
  putTokens(holder, fence, version, blob) {
    return this.#inTurn(async () => {
      if (!this.isHeldBy(holder) || this.lease.fence !== fence) return 'not_held'
      if (this.tokens.version !== version) return 'stale'
      const tokens = { version: version + 1, blob, at: Date.now() }
      await replaceFile(this.folder, 'tokens.json', tokens)
      this.tokens = tokens
      return 'stored'
    })
  }

  /** @param {Lease} lease */
  async #setLease(lease) {
    await replaceFile(this.folder, 'lease.json', lease)
    this.lease = lease
  }

  /** @template Value @param {() => Promise<Value>} work @returns {Promise<Value>} */
  #inTurn(work) {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }
}

// ---------------------------------------------------------------------------------------------- pushed message

/** The documented fields, as texts, or null. @param {unknown} body @returns {Envelope | null} */
function envelopeOf(body) {
  if (!isObject(body)) return null
  const { Encrypt, MsgSignature } = body
  const [Nonce, TimeStamp] = [body.Nonce, body.TimeStamp].map((each) =>
    typeof each === 'number' ? String(each) : each
  )
  if (!isText(Nonce, 1, 128) || !isText(TimeStamp, 1, 13) || !/^\d+$/.test(TimeStamp)) return null
  if (!isText(Encrypt, 1, maxPushBytes) || !isText(MsgSignature, 40, 40) || !/^[0-9a-f]+$/i.test(MsgSignature))
    return null
  return { Nonce, TimeStamp, Encrypt, MsgSignature: MsgSignature.toLowerCase() }
}

/** @param {string} token @param {Envelope} envelope */
function isSigned(token, { TimeStamp, Nonce, Encrypt, MsgSignature }) {
  const parts = [token, TimeStamp, Nonce, Encrypt].map((part) => Buffer.from(part)).sort(Buffer.compare)
  return isSameText(MsgSignature, createHash('sha1').update(Buffer.concat(parts)).digest('hex'))
}

/**
 * What a message is, as far as the key tells; null where it is meant for another application.
 * @param {Application} application @param {Envelope} envelope @returns {Kind | null}
 */
function kindOf({ appId, messageKey }, { Encrypt }) {
  const plain = messageKey === null ? null : decrypt(messageKey, Buffer.from(Encrypt, 'base64'))
  if (!plain) return 'unknown'
  if (plain.recipient !== appId) return null
  try {
    const content = JSON.parse(plain.json)
    return isObject(content) && typeof content.Ticket === 'string' ? 'ticket' : 'event'
  } catch {
    return 'unknown'
  }
}

/**
 * Cipher text behind its IV: 16 random bytes, length, JSON, app id, and padding to 32 bytes.
 * @param {string} key @param {Buffer} bytes
 */
function decrypt(key, bytes) {
  if (bytes.length < 48 || bytes.length % 16 !== 0) return null
  const decipher = createDecipheriv('aes-256-cbc', Buffer.from(`${key}=`, 'base64'), bytes.subarray(0, 16))
  const padded = Buffer.concat([decipher.setAutoPadding(false).update(bytes.subarray(16)), decipher.final()])
  const padding = padded[padded.length - 1] ?? 0
  if (padding < 1 || padding > 32 || padding > padded.length) return null
  const plain = padded.subarray(0, padded.length - padding)
  const length = plain.length < 20 ? Infinity : plain.readUInt32BE(16)
  if (length > plain.length - 20) return null
  return { json: plain.toString('utf8', 20, 20 + length), recipient: plain.toString('utf8', 20 + length) }
}

// ------------------------------------------------------------------------------------------------------ rates

/**
 * Token buckets, one for each remote address and one for all together. Who has shown a secret or a good signature has
 * only the own one to fear: a flood from elsewhere does not shut the platform out.
 */
class Rates {
  /** @type {Map<string, { tokens: number, at: number }>} */
  #buckets = new Map()
  /** @type {Set<string>} */
  #known = new Set()

  /** @param {Limits} limits */
  constructor({ requestsPerSecond, requestsPerSecondPerAddress }) {
    this.perSecond = requestsPerSecond
    this.perAddress = requestsPerSecondPerAddress
  }

  /** @param {string} address */
  admits(address) {
    return this.#take(address, this.perAddress) && (this.#known.has(address) || this.#take('*', this.perSecond))
  }

  /** @param {string} address */
  vouchFor(address) {
    this.#known.delete(address)
    this.#known.add(address)
    forgetOldest(this.#known, 64)
  }

  /** @param {string} name @param {number} perSecond */
  #take(name, perSecond) {
    const now = performance.now()
    const bucket = this.#buckets.get(name) ?? { tokens: 2 * perSecond, at: now }
    const filled = Math.min(2 * perSecond, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
    const isAdmitted = filled >= 1
    this.#buckets.delete(name)
    this.#buckets.set(name, { tokens: isAdmitted ? filled - 1 : filled, at: now })
    forgetOldest(this.#buckets, 4096)
    return isAdmitted
  }
}

/** @param {Map<string, unknown> | Set<string>} names @param {number} max */
function forgetOldest(names, max) {
  for (const name of names.keys()) {
    if (names.size <= max) return
    names.delete(name)
  }
}

/** Who asks: behind a proxy on this machine, the last address it names. @param {Request} request */
function remoteOf({ headers, socket }) {
  const peer = socket.remoteAddress ?? ''
  const named =
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? ''
  return isLoopback(peer) && isIP(named) ? named : peer
}

// ------------------------------------------------------------------------------------------------------- HTTP

/** An answer that ends a request early. The platform gets the bare status, a desktop the reason as JSON. */
class Refusal extends Error {
  /** @param {number} status @param {string} reason @param {Record<string, unknown>} facts */
  constructor(status, reason, facts = {}) {
    super(reason)
    this.status = status
    this.reason = reason
    this.facts = facts
  }
}

/** Answers the requests. */
class Relay {
  isFailing = false
  /** @type {Map<string, number>} */
  refused = new Map()

  /** @param {Configuration} configuration */
  constructor({ data, limits, applications }) {
    this.limits = limits
    this.rates = new Rates(limits)
    /** @type {Served[]} */
    this.applications = applications.map((application) => {
      const folder = join(data, application.appId)
      return { ...application, desk: new Desk(folder), queue: new Queue(folder, limits) }
    })
  }

  async load() {
    for (const { queue } of this.applications) await queue.load()
  }

  async close() {
    for (const { queue } of this.applications) await queue.close()
  }

  /** @param {Request} request @param {Response} response */
  async answer(request, response) {
    try {
      const remote = remoteOf(request)
      if (!this.rates.admits(remote)) throw new Refusal(429, 'busy')
      await this.#route(request, response, new URL(request.url ?? '', 'http://relay'), remote)
    } catch (error) {
      const refusal = error instanceof Refusal ? error : this.#failure(error)
      this.refused.set(refusal.reason, (this.refused.get(refusal.reason) ?? 0) + 1)
      refuse(request, response, refusal)
    }
  }

  /** @param {Request} request @param {Response} response @param {URL} url @param {string} remote */
  async #route(request, response, { pathname, searchParams }, remote) {
    if (pathname === '/healthz' && request.method === 'GET') {
      return send(response, this.isFailing ? 503 : 200, { ok: !this.isFailing })
    }
    const [, segment, address] = /^\/push\/([\w-]+)\/(authorization|events)$/.exec(pathname) ?? []
    const pushedTo = this.applications.find((each) => each.segment === segment)
    if (pushedTo) {
      const isNew = await this.#push(request, pushedTo, address === 'events' ? 'events' : 'authorization')
      // A repetition proves nothing: who listened in could send it from anywhere, and crowd the platform out.
      if (isNew) this.rates.vouchFor(remote)
      return void response.writeHead(200, { 'content-type': 'text/plain' }).end('success')
    }
    if (!pathname.startsWith('/v1/')) throw new Refusal(404, 'not_found')
    const application = this.#authorized(request, searchParams.get('app') ?? '')
    this.rates.vouchFor(remote)
    const call = calls[`${request.method} ${pathname}`]
    if (!call) throw new Refusal(404, 'not_found')
    const hasBody = request.method === 'POST' || request.method === 'PUT'
    const maxBytes = request.method === 'PUT' ? this.limits.maxBlobBytes + maxCallBytes : maxCallBytes
    const body = hasBody ? await readJson(request, maxBytes) : {}
    send(response, 200, await call(application, { query: searchParams, body, response, limits: this.limits }))
  }

  /**
   * Takes one message; returns once it is on the disk, with whether it had not been kept before.
   * @param {Request} request @param {Served} application @param {Address} address
   */
  async #push(request, application, address) {
    if (request.method !== 'POST') throw new Refusal(405, 'method')
    const envelope = envelopeOf(await readJson(request, maxPushBytes))
    if (!envelope) throw new Refusal(400, 'malformed')
    if (!isSigned(application.messageToken, envelope)) throw new Refusal(403, 'signature')
    const at = Date.now()
    if (Math.abs(at - Number(envelope.TimeStamp) * 1000) > replayWindowMs) throw new Refusal(403, 'stale')
    const kind = kindOf(application, envelope)
    if (kind === null) throw new Refusal(403, 'recipient')
    const isNew = await application.queue.keep({ at, address, kind, envelope })
    this.isFailing = false
    return isNew
  }

  /** The same answer for an unknown application and a wrong secret. @param {Request} request @param {string} appId */
  #authorized(request, appId) {
    const application = this.applications.find((each) => each.appId === appId)
    const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const isRight = isSameText(given, application?.secret ?? '')
    if (!application || !isRight) throw new Refusal(401, 'unauthorized')
    return application
  }

  /** @param {unknown} error */
  #failure(error) {
    const code = codeOf(error)
    if (['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_INVALID_URL'].includes(code))
      return new Refusal(400, 'broken_off')
    this.isFailing = true
    log('a request failed', { error: code })
    return new Refusal(503, 'failed')
  }
}

/**
 * @typedef {{ query: URLSearchParams, body: Record<string, unknown>, response: Response, limits: Limits }} Call
 * @type {Record<string, (application: Served, call: Call) => unknown>}
 */
const calls = {
  'GET /v1/messages': async ({ queue, desk }, { query, response }) => {
    const holder = query.get('holder') ?? ''
    const after = naturalNumber(query.get('after') ?? '0')
    const limit = Math.max(1, naturalNumber(query.get('limit') ?? '50', 200))
    const waitMs = naturalNumber(query.get('wait') ?? '0', maxWaitSeconds) * 1000
    refuseOthers(desk, holder)
    if (waitMs > 0 && queue.after(after, 1).length === 0) {
      if (!(await queue.arrival(waitMs, response))) throw new Refusal(429, 'busy')
      refuseOthers(desk, holder)
    }
    return { messages: queue.after(after, limit).map(handedOver), dropped: queue.dropped }
  },

  'POST /v1/ack': async ({ queue, desk }, { body }) => {
    refuseOthers(desk, textOr(body.holder, ''))
    if (!(await queue.acknowledge(naturalNumber(body.id)))) throw new Refusal(409, 'unknown_id')
    return { ok: true }
  },

  'GET /v1/ticket': ({ queue }) => ({ messages: queue.tickets().map(handedOver) }),

  'POST /v1/lease': async ({ desk }, { body: { holder, name, ttlSeconds } }) => {
    const seconds = naturalNumber(ttlSeconds, 600)
    if (!isText(holder, 8, 128) || !isText(name, 1, 128) || seconds < 1) throw new Refusal(400, 'malformed')
    await desk.acquire(holder, name, seconds * 1000)
    refuseOthers(desk, holder)
    return { fence: desk.lease.fence, expiresInMs: desk.lease.until - Date.now() }
  },

  'DELETE /v1/lease': async ({ desk }, { query }) => ({ released: await desk.release(query.get('holder') ?? '') }),

  'GET /v1/tokens': ({ desk: { tokens } }, { query }) => {
    const isKnown = query.get('known') === String(tokens.version)
    return { version: tokens.version, blob: isKnown || tokens.version === 0 ? null : tokens.blob }
  },

  'PUT /v1/tokens': async ({ desk }, { body: { holder, fence, version, blob }, limits }) => {
    if (!isText(holder, 8, 128) || !isText(blob, 1, Infinity)) throw new Refusal(400, 'malformed')
    if (Buffer.byteLength(blob) > limits.maxBlobBytes) throw new Refusal(413, 'too_large')
    const outcome = await desk.putTokens(holder, naturalNumber(fence), naturalNumber(version), blob)
    if (outcome === 'not_held') refuseOthers(desk, holder)
    if (outcome !== 'stored') throw new Refusal(409, outcome, { version: desk.tokens.version })
    return { version: desk.tokens.version }
  }
}

/** @param {Message} message */
const handedOver = ({ id, at, address, envelope }) => ({ id: String(id), receivedAt: at, address, envelope })

/** @param {Desk} desk @param {string} holder */
function refuseOthers(desk, holder) {
  const other = desk.heldByOther(holder)
  if (other) throw new Refusal(409, 'held', { name: other.name, expiresInMs: other.until - Date.now() })
}

/** @param {Request} request @param {number} maxBytes @returns {Promise<Record<string, unknown>>} */
async function readJson(request, maxBytes) {
  const { 'content-type': type = '', 'content-length': length = '0', 'content-encoding': encoding } = request.headers
  if (!/^application\/json\s*(;|$)/i.test(type) || encoding !== undefined) throw new Refusal(415, 'media_type')
  if (Number(length) > maxBytes) throw new Refusal(413, 'too_large')
  const body = parsedOrNull(await readBody(request, maxBytes))
  if (!isObject(body)) throw new Refusal(400, 'malformed')
  return body
}

/**
 * Not by `for await`, which would cut the connection before a refusal is sent.
 * @param {Request} request @param {number} maxBytes @returns {Promise<Buffer>}
 */
function readBody(request, maxBytes) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    const chunks = []
    let bytes = 0
    request.on('data', (/** @type {Buffer} */ chunk) => {
      bytes += chunk.length
      if (bytes <= maxBytes) chunks.push(chunk)
      else reject(new Refusal(413, 'too_large'))
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', reject)
  })
}

/** @param {Buffer} bytes @returns {unknown} */
function parsedOrNull(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

/** @param {Response} response @param {number} status @param {unknown} value */
function send(response, status, value) {
  const body = JSON.stringify(value)
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    .end(body)
}

/** @param {Request} request @param {Response} response @param {Refusal} refusal */
function refuse(request, response, { status, reason, facts }) {
  if (response.headersSent || response.destroyed) return void response.destroy()
  // The rest of the body is not waited for.
  if (!request.complete) response.setHeader('connection', 'close')
  const isForDesktop = request.url?.startsWith('/v1/') && status !== 401
  if (isForDesktop) send(response, status, { error: reason, ...facts })
  else response.writeHead(status, { 'content-length': 0 }).end()
}

// ---------------------------------------------------------------------------------------------------- helpers

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest()

/** In constant time whatever the lengths. @param {string} a @param {string} b */
const isSameText = (a, b) => timingSafeEqual(sha256(a), sha256(b))

/** @param {string} address */
const isLoopback = (address) => /^(127\.|::1$|::ffff:127\.|localhost$)/.test(address)

/** @param {unknown} error */
const codeOf = (error) => (isObject(error) && typeof error.code === 'string' ? error.code : 'unknown')

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param {unknown} value @param {string} otherwise */
const textOr = (value, otherwise) => (typeof value === 'string' && value !== '' ? value : otherwise)

/** @param {unknown} value @param {number} min @param {number} max @returns {value is string} */
const isText = (value, min, max) => typeof value === 'string' && value.length >= min && value.length <= max

/** A whole number from 0 on, cut to the largest allowed. @param {unknown} value @param {number} max */
function naturalNumber(value, max = Number.MAX_SAFE_INTEGER) {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) throw new Refusal(400, 'malformed')
  return Math.min(number, max)
}

/** @param {string} message @param {Record<string, unknown>} facts */
function log(message, facts = {}) {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), message, ...facts })}\n`)
}

/** @param {unknown} error @returns {never} */
function giveUp(error) {
  process.stderr.write(`the disk failed (${codeOf(error)}); ending, a new start reads what is there\n`)
  process.exit(1)
}

// ------------------------------------------------------------------------------------------------------ start

/** @param {Configuration} configuration */
async function serve(configuration) {
  const { host, port } = configuration
  const server = createServer({ connectionsCheckingInterval: 1000, maxHeaderSize: 8192, keepAliveTimeout: 75_000 })
  Object.assign(server, { headersTimeout: 10_000, requestTimeout: 30_000, maxConnections: 256, maxHeadersCount: 64 })
  // The port first: a second relay on the same one must not touch the files.
  const failed = await new Promise((resolve) => {
    server.once('error', resolve).listen(port, host, () => resolve(null))
  })
  if (failed) return fail([`can not listen on ${host}:${port} (${codeOf(failed)})`])
  const relay = new Relay(configuration)
  const loaded = relay.load().catch(giveUp)
  server.on('request', (request, response) => void loaded.then(() => relay.answer(request, response)))
  await loaded
  const address = server.address()
  log('ready', { host, port: typeof address === 'object' ? address?.port : port })
  setInterval(() => tellRefused(relay), 60_000).unref()
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void end(server, relay))
}

/**
 * Ends once the requests under way have their answers, at the latest after five seconds.
 * @param {import('node:http').Server} server @param {Relay} relay
 */
async function end(server, relay) {
  setTimeout(() => server.closeAllConnections(), 5000).unref()
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  for (const { queue } of relay.applications) queue.wake()
  await closed
  await relay.close()
  tellRefused(relay)
}

/** @param {Relay} relay */
function tellRefused(relay) {
  if (relay.refused.size > 0) log('refused', Object.fromEntries(relay.refused))
  relay.refused.clear()
}

/** @param {string[]} problems @param {number} exitCode */
function fail(problems, exitCode = 1) {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exitCode = exitCode
}

/** @param {Configuration} configuration */
function describe({ host, port, data, applications }) {
  const lines = [`listens on http://${host}:${port}, keeps messages in ${data}`]
  for (const { appId, segment, messageKey } of applications) {
    lines.push(`application ${appId}, message key ${messageKey === null ? 'not given' : 'given'}`)
    lines.push(`  授权事件接收 URL    https://YOUR-SERVER/push/${segment}/authorization`)
    lines.push(`  消息与事件接收 URL  https://YOUR-SERVER/push/${segment}/events`)
  }
  return `${lines.join('\n')}\nthe configuration is good\n`
}

/** @param {string[]} flags */
async function main(flags) {
  const at = flags.indexOf('--config')
  const file = at >= 0 ? flags[at + 1] : process.env.RELAY_CONFIG
  const known = ['--check', '--help', '--config', ...(at >= 0 ? [file] : [])]
  if (flags.includes('--help')) return void process.stdout.write(usage)
  if (flags.some((flag) => !known.includes(flag)) || (at >= 0 && !file)) return fail([usage], 2)
  const { configuration, problems, warnings } = readConfiguration(file, process.env)
  for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`)
  const folder = problems.length === 0 ? folderProblem(configuration.data) : null
  if (folder) problems.push(folder)
  if (problems.length > 0) return fail(problems)
  if (flags.includes('--check')) return void process.stdout.write(describe(configuration))
  await serve(configuration)
}

await main(process.argv.slice(2))
