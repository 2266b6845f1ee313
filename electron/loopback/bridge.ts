/**
 * Runs in the page before the application: puts `window.desk` there, as the preload does under Electron, and carries it
 * over one WebSocket. Types only are imported, so that this stays one small file.
 *
 * When the connection breaks, the calls that were sent are answered with an error value: whether the main process did what
 * they asked is not known, so they are never sent again. Calls made while there is no connection wait for it, some seconds
 * at most. After a reconnect, events may have been missed: the page is loaded again, unless something is typed or a dialog
 * is open; then the operator is told, and decides.
 */
import type { CallResult, DeskBridge } from '@shared/contract'
import type { DeskError } from '@shared/errors'

type Answer = (result: CallResult<unknown>) => void
type Waiting = { readonly text: string; readonly answer: Answer; readonly id: string; readonly since: number }
type Listener = (payload: unknown) => void

const firstDelayMs = 250
const longestDelayMs = 5000
/** How long a call waits for a connection, and how often that is looked at. */
const patienceMs = 10_000
const lookMs = 1000

type Words = Pick<DeskError, 'message' | 'reason' | 'nextStep'>

/* eslint-disable operator-texts/no-desk-text -- this file imports nothing, so that both languages stand here */
const brokenWords: Readonly<Record<Language, Words>> = {
  zh: {
    message: '操作没有完成',
    reason: '页面和主程序的连接断了',
    nextStep: '请看程序是否还在运行；已经开始的操作会继续，并能在商家页看到结果'
  },
  en: {
    message: 'The action was not completed',
    reason: 'The page lost its connection to the main program',
    nextStep:
      'See whether the program is still running. What was begun goes on, and its result is shown on the merchant’s page'
  }
}

const missedWords: Readonly<Record<Language, Words>> = {
  zh: {
    message: '页面和主程序的连接断过，现在已恢复',
    reason: '断开期间的变化可能没有显示',
    nextStep: '填写的内容保存后，请刷新页面'
  },
  en: {
    message: 'The page lost its connection to the main program, and has it again',
    reason: 'Changes of the meantime may not be shown',
    nextStep: 'Save what you filled in, then reload the page'
  }
}
/* eslint-enable operator-texts/no-desk-text */

type Language = 'zh' | 'en'

/** The page writes its language there before it makes its first call. */
const language = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'zh')

const broken = (): DeskError => ({ code: 'network', ...brokenWords[language()], retryable: true })
const missedEvents = (): DeskError => ({ code: 'network', ...missedWords[language()], retryable: false })

class SocketBridge {
  private readonly address = `ws://${location.host}/desk`
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly sent = new Map<string, Answer>()
  private waiting: Waiting[] = []
  private socket: WebSocket | null = null
  private delayMs = firstDelayMs
  private hasBeenOpen = false
  private lastId = 0

  start(): void {
    this.connect()
    setInterval(() => this.dropImpatient(), lookMs)
  }

  call(name: string, input: unknown): Promise<CallResult<unknown>> {
    return new Promise((answer) => {
      this.lastId += 1
      const id = String(this.lastId)
      this.waiting.push({ id, answer, text: JSON.stringify({ id, call: name, input }), since: performance.now() })
      this.sendWaiting()
    })
  }

  on(event: string, listener: Listener): () => void {
    const own: Listener = (payload) => listener(payload) // the same function may be registered twice
    const listeners = this.listeners.get(event) ?? new Set()
    this.listeners.set(event, listeners.add(own))
    return () => void listeners.delete(own)
  }

  private connect(): void {
    const socket = new WebSocket(this.address)
    socket.onopen = () => this.opened(socket)
    socket.onmessage = ({ data }) => this.receive(String(data))
    socket.onclose = () => this.closed()
  }

  private opened(socket: WebSocket): void {
    this.socket = socket
    this.delayMs = firstDelayMs
    const isReconnect = this.hasBeenOpen
    this.hasBeenOpen = true
    if (isReconnect && !holdsUnsavedInput()) return location.reload()
    if (isReconnect) this.emit('notice', { error: missedEvents() })
    this.sendWaiting()
  }

  private closed(): void {
    this.socket = null
    for (const answer of this.sent.values()) answer({ ok: false, error: broken() })
    this.sent.clear()
    setTimeout(() => this.connect(), this.delayMs)
    this.delayMs = Math.min(this.delayMs * 2, longestDelayMs)
  }

  private sendWaiting(): void {
    if (!this.socket) return
    for (const { id, text, answer } of this.waiting) {
      this.sent.set(id, answer)
      this.socket.send(text)
    }
    this.waiting = []
  }

  private dropImpatient(): void {
    const isPatient = ({ since }: Waiting) => performance.now() - since < patienceMs
    const dropped = this.waiting.filter((each) => !isPatient(each))
    this.waiting = this.waiting.filter(isPatient)
    for (const { answer } of dropped) answer({ ok: false, error: broken() })
  }

  private receive(text: string): void {
    // The other end is our own server, checked by the browser; its messages come from the same contract.
    const message = JSON.parse(text) as { id?: string; result: CallResult<unknown>; event?: string; payload: unknown }
    if (message.event !== undefined) return this.emit(message.event, message.payload)
    const answer = this.sent.get(message.id ?? '')
    this.sent.delete(message.id ?? '')
    answer?.(message.result)
  }

  private emit(event: string, payload: unknown): void {
    for (const listener of this.listeners.get(event) ?? []) listener(payload)
  }
}

/** A text field with something in it, or an open dialog. */
function holdsUnsavedInput(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  const hasText = [...fields].some((field) => isTextField(field) && field.value !== '')
  const dialogs = [...document.querySelectorAll('[role="dialog"]')]
  return hasText || dialogs.some((dialog) => dialog.checkVisibility())
}

function isTextField(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  const isTicked = field.type === 'checkbox' || field.type === 'radio' || field.type === 'hidden'
  return !isTicked && !field.readOnly && !field.disabled
}

const bridge = new SocketBridge()
bridge.start()
const desk: DeskBridge = Object.freeze({
  call: (name: string, input: unknown) => bridge.call(name, input),
  on: (event: string, listener: Listener) => bridge.on(event, listener)
})
Object.defineProperty(window, 'desk', { value: desk, writable: false, configurable: false })
