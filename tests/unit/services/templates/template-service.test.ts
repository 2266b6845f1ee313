import { describe, expect, it } from 'vitest'
import { like } from '../../../integration/simulator/platform'
import { testVersion, versionList } from '../../support'
import { errorOf } from '../setup/setup-bench'
import { journalUpload, newest, templateBench } from './template-bench'

const onTemplates = { actor: 'operator', wayOut: 'templates' }

describe('the template library', () => {
  it('is kept until it is asked for afresh', async () => {
    const { templates, received } = await templateBench()
    const library = await templates.library('a', false)
    expect(library.templates[0]).toMatchObject(newest)
    expect(await templates.library('a', false)).toBe(library)
    expect(received('get_tpl_list')).toBe(1)
    await templates.library('a', true)
    expect(received('get_tpl_list')).toBe(2)
  })
})

describe('adding a template', () => {
  it('answers with the library that has it', async () => {
    const { templates, draft } = await templateBench()
    const { templates: listed } = await templates.add('a', draft.id)
    expect(listed[0]).toMatchObject({ version: draft.version, description: draft.description })
    expect((await templates.library('a', false)).templates).toEqual(listed)
  })

  it('of a draft that is gone is not begun', async () => {
    const { templates, received } = await templateBench()
    expect(await errorOf(() => templates.add('a', '1'))).toMatchObject({
      code: 'not_found',
      reason: like(/草稿/),
      ...onTemplates
    })
    expect(received('add_tpl')).toBe(0)
  })

  it('is told with the platform’s code where the library is full', async () => {
    const { templates, draft, control } = await templateBench()
    control.setRules({ templateLimit: (await templates.library('a', false)).templates.length })
    const refused = await errorOf(() => templates.add('a', draft.id))
    expect(refused).toMatchObject({ code: 'platform_refused', platformCode: '40035', message: '添加模板没有成功' })
  })

  it('is not begun with 200 templates', async () => {
    const { templates, draft, override, received } = await templateBench()
    const full = Array.from({ length: 200 }, (_, index) => ({ ...newest, templateId: String(index), createdAt: 1 }))
    override(() => ({ templates: () => Promise.resolve(full) }))
    const error = await errorOf(() => templates.add('a', draft.id))
    expect(error).toMatchObject({ code: 'not_possible_now', reason: like(/200/), ...onTemplates })
    expect(received('add_tpl')).toBe(0)
  })

  it('is settled by the library when its answer is lost, and never sent twice', async () => {
    const { templates, draft, control, received, waits } = await templateBench()
    control.addFault({ kind: 'reset-after', match: { endpoint: 'add_tpl' }, times: 1 })
    const { templates: listed } = await templates.add('a', draft.id)
    expect(listed.filter(({ version }) => version === draft.version)).toHaveLength(1)
    expect([received('add_tpl'), waits]).toEqual([1, []])
  })

  it('is not carried out where the library shows nothing, and unknown where it can not be read', async () => {
    const { templates, draft, control, received, waits, override } = await templateBench()
    control.addFault({ kind: 'reset-before', match: { endpoint: 'add_tpl' }, times: 1 })
    expect((await errorOf(() => templates.add('a', draft.id))).code).toBe('not_carried_out')
    expect([received('add_tpl'), waits]).toEqual([1, [2_000]])
    control.addFault({ kind: 'reset-after', match: { endpoint: 'add_tpl' }, times: 1 })
    override((platform) => ({
      addTemplate: (draftId, options) => {
        control.addFault({ kind: 'reset-before', match: { endpoint: 'get_tpl_list' } })
        return platform.addTemplate(draftId, options)
      }
    }))
    expect((await errorOf(() => templates.add('a', draft.id))).code).toBe('outcome_unknown')
    expect((await errorOf(() => templates.add('a', draft.id))).message).toMatch(/没有开始/)
  })

  it('does not begin while another change of the library is under way', async () => {
    const { templates, draft, received } = await templateBench()
    const first = templates.add('a', draft.id)
    const second = await errorOf(() => templates.delete('a', newest.templateId, []))
    expect(second).toMatchObject({ code: 'not_possible_now', reason: '「添加模板」还在进行', actor: 'nobody' })
    await first
    expect([received('add_tpl'), received('del_tpl')]).toEqual([1, 0])
  })
})

describe('deleting a template', () => {
  it('takes it from the library, also when the answer is lost', async () => {
    const { templates, control } = await templateBench()
    control.addFault({ kind: 'reset-after', match: { endpoint: 'del_tpl' } })
    const { templates: listed } = await templates.delete('a', newest.templateId, [])
    expect(listed.map(({ templateId }) => templateId)).not.toContain(newest.templateId)
    expect((await errorOf(() => templates.delete('a', newest.templateId, []))).code).toBe('not_found')
    expect((await errorOf(() => templates.usage('a', newest.templateId))).code).toBe('not_found')
  })

  it('is not begun while merchants are on it that the operator was not shown', async () => {
    const { templates, store, ref, received } = await templateBench()
    store.merchants.saveVersions(ref, versionList(5, { latest: { ...testVersion('9.9', 4), summary: '自己起的' } }))
    expect((await templates.usage('a', newest.templateId)).users).toEqual([])
    journalUpload(store, ref.appId, { ...newest, version: '9.9', description: '自己起的' })
    const { users } = await templates.usage('a', newest.templateId)
    expect(users).toMatchObject([{ appId: ref.appId, stages: ['latest'], certain: true }])
    const error = await errorOf(() => templates.delete('a', newest.templateId, ['ttother']))
    expect(error).toMatchObject({
      code: 'changed_meanwhile',
      reason: `还有您没有看到的商家在用它：${users[0]?.name ?? ''}`
    })
    expect(received('del_tpl')).toBe(0)
    await templates.delete('a', newest.templateId, [ref.appId, 'ttother'])
    expect(received('del_tpl')).toBe(1)
  })
})
