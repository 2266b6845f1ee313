import { request } from 'node:http'

export type Reply = { readonly status: number; readonly body: string }

export type Sending = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Leaves the length out, so that it goes in chunks. */
  readonly isChunked?: boolean
}

/** One request on a connection of its own. Resolves with status 0 where the connection was cut without an answer. */
export function send(url: string, sending: Sending = {}): Promise<Reply> {
  const { method = 'POST', headers = {}, body = '', isChunked = false } = sending
  const length = isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve) => {
    const sent = request(url, { method, agent: false, headers: { ...length, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('close', () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    sent.on('error', () => resolve({ status: 0, body: '' }))
    sent.end(body)
  })
}

/** Posts a value as JSON; a text goes as it is. */
export function post(url: string, value: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const body = typeof value === 'string' ? value : JSON.stringify(value)
  return send(url, { headers: { 'content-type': 'application/json', ...headers }, body })
}
