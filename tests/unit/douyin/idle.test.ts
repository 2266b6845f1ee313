import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createHttpTransport } from '../../../electron/douyin/http'

/** A server that counts its connections; what asks for /held is answered when the test says so. */
async function bench() {
  let connections = 0
  const held: ServerResponse[] = []
  const server = createServer(({ url }, response) => void (url === '/held' ? held.push(response) : response.end('{}')))
  server.on('connection', () => (connections += 1))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const transport = createHttpTransport({ connectMs: 5_000, totalMs: 5_000, uploadMs: 5_000 })
  onTestFinished(() => {
    transport.close()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const send = async (path: string): Promise<number> => {
    const call = { name: 'test', effect: 'read' } as const
    const url = `http://127.0.0.1:${port}${path}`
    const signal = new AbortController().signal
    return (await transport.send({ call, method: 'GET', url, headers: {}, maxBytes: 100, signal })).status
  }
  return { transport, send, held, connections: () => connections }
}

test('connections are kept, until they are dropped after a sleep', async () => {
  const { transport, send, connections } = await bench()
  await send('/')
  await send('/')
  expect(connections()).toBe(1)
  transport.dropIdle()
  expect(await send('/')).toBe(200)
  expect(connections()).toBe(2)
})

test('a connection that a request is under way on is left alone', async () => {
  const { transport, send, held, connections } = await bench()
  const asked = send('/held')
  while (held.length === 0) await new Promise((resolve) => setImmediate(resolve))
  transport.dropIdle()
  held[0]?.end('{}')
  expect(await asked).toBe(200)
  expect(connections()).toBe(1)
})
