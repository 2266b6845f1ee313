import { describe, expect, test } from 'vitest'
import { bench } from './support/bench'
import { failureOf } from './support/client'
import { operationPaths } from './support/operation-paths'
import { ok, refusal, text } from './support/platform-server'

const big = '9133504853504535288'

describe.each([
  ['addTemplate', operationPaths.addTemplate, 'draft_id', 40034, '添加模板'],
  ['deleteTemplate', operationPaths.deleteTemplate, 'template_id', 40029, '删除模板']
] as const)('%s', (name, path, field, gone, endpoint) => {
  test('sends its id unquoted, digit for digit, with the application’s token', async () => {
    const { client, server, sentToken } = await bench()
    server.on(path, ok(undefined, '20260101000000E1'))
    expect(await client()[name](big)).toEqual({ logId: '20260101000000E1' })
    expect(server.at(path).map(({ method, body }) => [method, body])).toEqual([['POST', `{"${field}":${big}}`]])
    expect(sentToken(path)[0]).toMatch(/^clt\./)
  })

  test.each(['', '007', '-1', '1e3', 'abc', '123456789012345678901'])('does not send the id "%s"', async (id) => {
    const { client, server } = await bench()
    expect(await failureOf(client()[name](id))).toMatchObject({ kind: 'refused', outcome: 'not_sent', endpoint })
    expect(server.received).toEqual([])
  })

  test.each([gone, 40001, 40035])('is refused with %i', async (code) => {
    const { client, server } = await bench()
    server.on(path, refusal(code))
    expect(await failureOf(client()[name](big))).toMatchObject({
      kind: 'refused',
      outcome: 'refused',
      platformCode: String(code)
    })
  })

  test('is sent once: whether a fault did its work is not known', async () => {
    const { client, server } = await bench()
    server.on(path, text('', 500))
    expect(await failureOf(client()[name](big))).toMatchObject({ kind: 'fault', outcome: 'unknown' })
    expect(server.count(path)).toBe(1)
  })
})
