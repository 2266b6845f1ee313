import { connect, type Socket } from 'node:net'

export type Shot = { readonly bytes: string | Buffer; readonly kind: string }

/** How often each kind of request got which status; 0 stands for a connection that was cut without an answer. */
export type Outcomes = Map<string, Map<number, number>>

/**
 * Sends requests one after another over a few raw kept-alive connections, as fast as they are answered. `next` gives the
 * request of a number.
 */
export async function flood(
  port: number,
  count: number,
  connections: number,
  next: (number: number) => Shot
): Promise<Outcomes> {
  const outcomes: Outcomes = new Map()
  let sent = 0
  const hand = async (): Promise<void> => {
    const connection = new RawConnection(port)
    while (sent < count) {
      const { kind, bytes } = next(sent++)
      const status = await connection.ask(bytes)
      const byStatus = outcomes.get(kind) ?? new Map<number, number>()
      outcomes.set(kind, byStatus.set(status, (byStatus.get(status) ?? 0) + 1))
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: connections }, hand))
  return outcomes
}

/** One connection, opened anew whenever the server has ended it. */
class RawConnection {
  private readonly port: number
  private socket: Socket | null = null
  private answer = ''
  private settle: (status: number) => void = () => undefined

  constructor(port: number) {
    this.port = port
  }

  /** Writes a request and resolves with the status of its answer. */
  ask(bytes: string | Buffer): Promise<number> {
    return new Promise((resolve) => {
      this.settle = resolve
      this.answer = ''
      this.open().write(bytes)
    })
  }

  close(): void {
    this.socket?.destroy()
  }

  private open(): Socket {
    if (this.socket && !this.socket.destroyed && this.socket.writable) return this.socket
    const socket = connect(this.port, '127.0.0.1').setNoDelay()
    socket.setEncoding('latin1').on('data', (chunk: string) => this.take(socket, chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      if (this.socket === socket) this.settle(statusOf(this.answer))
    })
    this.socket = socket
    return socket
  }

  private take(socket: Socket, chunk: string): void {
    this.answer += chunk
    const head = this.answer.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/content-length: (\d+)/i.exec(this.answer)?.[1] ?? 0)
    if (this.answer.length < head + 4 + length && !/transfer-encoding/i.test(this.answer)) return
    if (/connection: close/i.test(this.answer)) {
      this.socket = null
      socket.destroy()
    }
    this.settle(statusOf(this.answer))
  }
}

function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}
