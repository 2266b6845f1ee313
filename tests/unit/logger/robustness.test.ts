import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFileLogger } from '../../../electron/logger'
import { redactText } from '../../../electron/redact'
import { temporaryFolder } from '../store/support'

const marked = 'MARKEDsecret123'

describe('redaction of a text', () => {
  it.each([
    ['a header with its scheme', `Authorization: Bearer ${marked}`],
    ['a value with a space in it', `{"access-token":"first ${marked}"}`],
    ['a value with an escaped quote', `{"authorizer_refresh_token": "a\\"${marked}"}`],
    ['a value with a comma', `{"component_ticket":"a,${marked};b"}`],
    ['a text that was cut within the value', `{"secret":"a ${marked}`]
  ])('masks %s', (_what, text) => {
    expect(redactText(text)).not.toContain(marked)
  })

  it('masks whatever value a JSON text gives to a secret name', () => {
    const name = fc.constantFrom('token', 'component_access_token', 'component_appsecret', 'authorization_code')
    fc.assert(
      fc.property(name, fc.string(), fc.string(), (field, before, after) => {
        const text = JSON.stringify({ appId: 'tt01', [field]: `${before}${marked}${after}`, last: 1 })
        expect(redactText(text)).not.toContain(marked)
        expect(redactText(text)).toContain('"last":1')
      })
    )
  })

  it('takes no longer for a hostile text than for any other', () => {
    const hostile = `${'token'.repeat(4_000)} ${'secret="'.repeat(2_000)}${'\\'.repeat(20_000)}`
    const startedAt = performance.now()
    redactText(hostile)
    expect(performance.now() - startedAt).toBeLessThan(200)
  })
})

describe('the log file', () => {
  it('takes what JSON can not hold, and does not throw', () => {
    const file = join(temporaryFolder(), 'desk.log')
    const logger = createFileLogger({ file, level: 'info' })
    logger.info('a', { count: 9007199254740993n, bytes: Buffer.alloc(4) })
    logger.info('b', {
      get broken(): string {
        throw new Error('getter')
      }
    })
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines[0]).toContain('{"count":"9007199254740993","bytes":"4 bytes"}')
    expect(lines[1]).toContain('b (facts that can not be written)')
  })

  it('keeps a message with line breaks on one line', () => {
    const file = join(temporaryFolder(), 'desk.log')
    createFileLogger({ file, level: 'info' }).warn('first\n2026-01-01 info forged')
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1)
  })

  it('is turned over at 5 MB, and two old files are kept', () => {
    const folder = temporaryFolder()
    const logger = createFileLogger({ file: join(folder, 'desk.log'), level: 'info' })
    for (let count = 0; count < 11_500; count += 1) logger.info('x'.repeat(1_900))
    expect(readdirSync(folder).sort()).toEqual(['desk.1.log', 'desk.2.log', 'desk.log'])
  })
})
