import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import { open, type Sealed, type Secrets } from '../../unit/simulator/receiving'

export const token = 'verify-me'
export const key = '0123456789abcdefghijABCDEFGHIJklmnopqrst+/A'

/** One push as it arrived. */
export type Received = {
  readonly path: string
  readonly contentType: string
  readonly sealed: Sealed
  readonly bytes: number
}
type Answer = { readonly status?: number; readonly body: string; readonly location?: string }

/** A receiver of pushed messages on loopback that keeps what comes and answers as it is told. */
export class Receiver {
  readonly received: Received[] = []
  readonly url: string
  /** What the next requests are answered with; then `success`. `null`: no answer at all. */
  readonly answers: (Answer | null)[] = []
  readonly #secrets: Secrets

  constructor(url: string, appId: string) {
    this.url = url
    this.#secrets = { appId, token, key }
  }

  /** The decrypted messages, oldest first; those that can not be opened are left out. */
  messages(): Record<string, unknown>[] {
    return this.received.flatMap(({ sealed }) => {
      try {
        return [JSON.parse(open(sealed, this.#secrets)) as Record<string, unknown>]
      } catch {
        return []
      }
    })
  }

  events(): unknown[] {
    return this.messages().map(({ Event }) => Event)
  }

  /** Waits until so many requests came. */
  async count(count: number): Promise<void> {
    await expect.poll(() => this.received.length, { timeout: 4000, interval: 10 }).toBe(count)
  }
}

/** Starts a receiver that ends with the test. */
export async function startReceiver(appId: string): Promise<Receiver> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const contentType = request.headers['content-type'] ?? ''
      const sealed = JSON.parse(body) as Sealed
      receiver.received.push({ path: request.url ?? '', contentType, sealed, bytes: body.length })
      const answer = receiver.answers.length > 0 ? receiver.answers.shift() : { body: 'success' }
      if (answer) {
        const { status = 200, body: text, location } = answer
        response.writeHead(status, location === undefined ? {} : { location }).end(text)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver = new Receiver(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, appId)
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return receiver
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
