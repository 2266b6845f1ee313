import { describe, expect, it } from 'vitest'
import type { DeskError } from '@shared/errors'
import { PlatformError } from '../../../../electron/douyin/platform-error'
import { explainFailure } from '../../../../electron/services/failures'
import {
  changedMeanwhile,
  invalidExtJson,
  notCarriedOut,
  notPossible,
  outcomeUnknown
} from '../../../../electron/services/operation-failures'
import { settingNames } from '@shared/rules/setting-names'
import { startBench } from '../authorization/support'
import { codeRequest } from '../../store/code-samples'
import { errorOf, setupBench, stage } from '../setup/setup-bench'
import { templateBench } from '../templates/template-bench'
import { inEnglish, wordsOf } from './support'

inEnglish()

const merchant = { appId: 'tt01', name: '晨光烘焙' }

async function refusedBench() {
  const bench = await setupBench()
  bench.control.changeMerchant(bench.ref.appId, { authorized: false })
  return bench
}

/** The merchant is named as the platform names it. */
function told(error: DeskError, appId: string): string {
  expect(error.merchant?.appId).toBe(appId)
  return wordsOf(error)
}

describe('what the platform refuses for a merchant is told in English', () => {
  it('when a mini-program code is made', async () => {
    const { codes, ref } = await refusedBench()
    const error = await errorOf(() => codes.mini(ref, codeRequest))
    expect(told(error, ref.appId)).toMatch(/^Making the mini-program code failed \| /)
  })

  it('when its capabilities are read', async () => {
    const { capabilities, ref } = await refusedBench()
    const error = await errorOf(() => capabilities.read(ref))
    expect(told(error, ref.appId)).toMatch(/^Reading the capabilities failed \| /)
  })

  it('with the catalogue’s reason and the merchant’s own name', () => {
    const facts = { kind: 'refused', platformCode: '11303', platformMessage: '有审核中的版本' } as const
    const thrown = new PlatformError({ ...facts, endpoint: '提审代码', outcome: 'refused' })
    const { error } = explainFailure(thrown, {
      message: notPossible('submit', { why: '' }, merchant).message,
      merchant
    })
    expect(error).toMatchObject({ merchant, platformMessage: '有审核中的版本' })
    expect(wordsOf(error)).toMatch(/^Submission for review did not start \| /)
  })
})

describe('what is not sent at all is told in English', () => {
  it('for an operation on a version', () => {
    const problem = { line: 3, column: 2, message: 'x' }
    const errors = [
      changedMeanwhile('release', '1.2.0', null, merchant),
      invalidExtJson(problem, merchant),
      notCarriedOut('rollback', merchant, null),
      outcomeUnknown('upload', merchant, 'log')
    ]
    expect(errors.map((error) => wordsOf(error).split(' | ').slice(0, 2))).toEqual([
      ['Release did not start', 'You confirmed 1.2.0, the platform now has no version'],
      ['Code upload did not start', 'ext.json: line 3, column 2: x'],
      ['Rollback failed', 'The platform’s answer was lost; the version list shows that it did nothing'],
      [
        'Code upload: the result is not known yet',
        'The platform’s answer was lost, and the version list does not tell yet'
      ]
    ])
  })

  it('for a code that would not open', async () => {
    const { codes, ref } = await setupBench()
    const error = await errorOf(() => codes.mini(ref, { ...codeRequest, path: '/pages/index' }))
    expect(told(error, ref.appId)).toMatch(/^The mini-program code was not made \| /)
  })

  it('for a capability that the merchant does not have', async () => {
    const { capabilities, ref } = await setupBench()
    await capabilities.read(ref)
    const error = await errorOf(() => capabilities.apply(ref, { key: 'none', reason: 'x', answers: [] }))
    expect(told(error, ref.appId)).toContain(
      `${settingNames.capability_apply} did not start | The platform does not list this capability`
    )
  })

  it('for a file that is not what it was said to be', async () => {
    const { files } = await setupBench()
    const error = await errorOf(() => stage(files, Buffer.from('no picture'), 'logo.png'))
    expect(wordsOf(error)).toMatch(/^The file was not taken \| “logo.png” is not a PNG picture/)
  })

  it('for a template that can not be added', async () => {
    const { templates, draft, control } = await templateBench()
    expect(wordsOf(await errorOf(() => templates.add('a', '1')))).toMatch(/^Adding the template did not start \| /)
    control.setRules({ templateLimit: (await templates.library('a', false)).templates.length })
    expect(wordsOf(await errorOf(() => templates.add('a', draft.id)))).toMatch(/^The template was not added \| /)
  })

  it('for an authorisation and a link', async () => {
    const { service } = await startBench()
    const pasted = await errorOf(() => service.accept({ accountId: 'a', text: 'hello' }))
    expect(wordsOf(pasted)).toMatch(/^The authorisation was not taken \| /)
    const order = { accountId: 'a', kind: 'create', appName: ' ', icon: null, note: '' } as const
    const made = await errorOf(() => service.link(order))
    expect(wordsOf(made)).toMatch(/^The authorisation link was not made \| Enter the new mini program’s name/)
    expect(made.fields).toEqual({ appName: 'Enter the new mini program’s name' })
  })
})
