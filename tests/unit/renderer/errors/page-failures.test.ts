import { describe, expect, it } from 'vitest'
import { call } from '@/client'
import { stageFile } from '@/composables/staged-file'
import { readCode } from '@/pages/codes/wall/read-code'
import { savedCode } from '../codes/samples'
import { row } from '../list/rows'
import { installDesk, ok } from '../merchant/fake-desk'
import { installFileDesk, pngFile } from '../upload/files'

const againByTheOperator = { actor: 'operator', wayOut: 'retry' }

describe('a failure that the page tells of on its own says who must act', () => {
  it('where the main process is gone', async () => {
    installDesk({
      'app.info': () => {
        throw new Error('gone')
      }
    })
    expect(await call('app.info', {})).toMatchObject({ ok: false, error: { code: 'network', ...againByTheOperator } })
  })

  it('where another picture is needed', async () => {
    const answer = await stageFile(new File(['x'], 'a.gif', { type: 'image/gif' }), 'a.gif')
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input', ...againByTheOperator } })
  })

  it('where a picture was taken and is not there', async () => {
    installFileDesk({ 'files.append': () => ok({ receivedBytes: 10, file: null }) })
    const answer = await stageFile(pngFile(), 'icon.png')
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal', actor: 'developer', wayOut: 'support' } })
  })

  it('where a saved code came without its picture', async () => {
    const saved = savedCode({ code: null })
    installDesk({ 'codes.make': () => ok(saved) })
    const answer = await readCode({ key: 's1', merchant: row({ appId: 'tt01' }), kind: 'saved', saved })
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_found', ...againByTheOperator } })
  })
})
