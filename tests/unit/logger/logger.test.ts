import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFileLogger } from '../../../electron/logger'
import { redact, redactText } from '../../../electron/redact'
import { temporaryFolder } from '../store/support'

const marked = 'MARKEDsecret123'

describe('redaction', () => {
  it.each([
    `GET /openapi/v2/auth/tp/token/?component_appid=tt&component_appsecret=${marked}&component_ticket=${marked}`,
    `access-token: ${marked}`,
    `{"authorizer_refresh_token":"${marked}","expires_in":7200}`,
    `Bearer isvact.${marked}`,
    `clt.${marked} and isvrft.${marked}`,
    `authorization_code=${marked}`
  ])('masks the secret in %s', (text) => {
    expect(redactText(text)).not.toContain(marked)
  })

  it('keeps what support needs: the code, the log_id, the app id', () => {
    const facts = { appId: 'tt0123456789abcdef01', platformCode: '11303', logId: '20260101000000C2', error: 'x' }
    expect(redact(facts)).toEqual(facts)
    expect(redactText('提审代码: refused 11303')).toBe('提审代码: refused 11303')
  })

  it('never lets a secret field through, wherever it stands', () => {
    const name = fc.constantFrom('accessToken', 'refresh_token', 'secret', 'component_ticket', 'Authorization', 'code')
    fc.assert(
      fc.property(name, fc.jsonValue({ maxDepth: 2 }), fc.array(fc.string()), (field, value, path) => {
        const secret = { [field]: [marked, value] }
        const nested = path.reduce<unknown>((inner, each) => ({ [each]: inner }), secret)
        expect(JSON.stringify(redact(nested)) ?? '').not.toContain(marked)
      })
    )
  })

  it('cuts long texts and deep structures', () => {
    expect(redactText('x'.repeat(10_000)).length).toBeLessThan(2_100)
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    expect(JSON.stringify(redact(cyclic)).length).toBeLessThan(500)
  })
})

describe('the log file', () => {
  it('holds one line a message, redacted, from the level asked for', () => {
    const file = join(temporaryFolder(), 'logs', 'desk.log')
    const logger = createFileLogger({ file, level: 'info' })
    logger.debug('not this')
    logger.info('started', { port: 1 })
    logger.error(`failed with isvact.${marked}`, { token: marked, appId: 'tt01' })
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT.* info started \{"port":1\}$/)
    expect(lines[1]).toContain('"appId":"tt01"')
    expect(lines.join()).not.toContain(marked)
  })
})
