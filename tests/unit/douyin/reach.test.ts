import { expect, test } from 'vitest'
import { bench, gate } from './support/bench'
import { failureOf, start, testClient, testLogger, type LogLine } from './support/client'
import { socketServer } from './support/platform-server'

const told = (aheadMs: number): string => new Date(start + aheadMs).toUTCString()

test.each([
  [0, 0],
  [600_000, 600_000],
  [-30_000, -30_000]
])('a server clock that is %i ms ahead is told as such', async (aheadMs, skewMs) => {
  const { client, server } = await bench()
  server.on('/', (response) => void response.writeHead(404, { date: told(aheadMs) }).end())
  expect(await client().reach()).toEqual({ skewMs, tookMs: 0 })
})

test('the middle of the request is what the server clock is compared with', async () => {
  const { client, server, clock } = await bench()
  server.on('/', (response) => {
    clock.time += 8000
    response.writeHead(500, { date: told(4000) }).end()
  })
  expect(await client().reach()).toEqual({ skewMs: 0, tookMs: 8000 })
})

test.each(['', 'yesterday'])('the date "%s" tells nothing', async (date) => {
  const { client, server } = await bench()
  server.on('/', (response) => {
    response.sendDate = false
    response.writeHead(200, date ? { date } : {}).end()
  })
  expect(await client().reach()).toMatchObject({ skewMs: null })
})

test('no credential is sent, and any status will do without a line in the log that warns', async () => {
  const { client, server } = await bench()
  const lines: LogLine[] = []
  await client({ logger: testLogger(lines) }).reach()
  expect(server.received).toMatchObject([{ method: 'HEAD', path: '/' }])
  expect(server.received[0]?.headers['access-token']).toBeUndefined()
  expect(lines.filter(({ level }) => level !== 'debug')).toEqual([])
})

test('nobody there is a fault of the network, asked once', async () => {
  const gone = await socketServer(() => undefined)
  gone.close()
  const made = testClient(gone.url)
  expect(await failureOf(made.reach())).toMatchObject({ kind: 'network', endpoint: '连接平台' })
  made.close()
})

test('silence is a timeout, and giving up a cancellation', async () => {
  const { client, server } = await bench()
  const never = gate()
  server.on('/', () => never.opened)
  const made = client({ timeouts: { connectMs: 100, totalMs: 200 } })
  expect(await failureOf(made.reach())).toMatchObject({ kind: 'timeout' })
  expect(await failureOf(made.reach({ signal: AbortSignal.abort() }))).toMatchObject({ kind: 'cancelled' })
  never.open()
})
