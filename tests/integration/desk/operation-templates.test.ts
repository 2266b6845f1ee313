import { describe, expect, it, vi } from 'vitest'
import { templatesMax } from '@shared/rules/limits'
import { meanwhile, openSetupDesk, rival, withMembers, type SetupDesk } from './setup-desk'
import { proveRefusals } from './setup-refusals'
import { merchantsRead } from './support'

vi.setConfig({ testTimeout: 30_000 })

const meddling = (endpoint: string, how: Parameters<SetupDesk['gateway']['meddle']>[1]) => (desk: SetupDesk) =>
  desk.gateway.meddle(endpoint, how)

function draftOf({ simulator }: SetupDesk): { readonly templateAppId: string; readonly draftId: string } {
  const app = simulator.control.state().templateApps.find(({ draft }) => draft !== null)
  if (!app?.draft) throw new Error('the sample data has no draft')
  return { templateAppId: app.appId, draftId: app.draft.id }
}

/** The template that was made last. */
const templateOf = ({ simulator }: SetupDesk): string => simulator.control.state().templates.at(-1)?.id ?? ''

const adding = (desk: SetupDesk) =>
  desk.error('templates.add', { accountId: desk.accountId, draftId: draftOf(desk).draftId })

const usersOf = async (desk: SetupDesk, templateId: string) =>
  (await desk.value('templates.usage', { accountId: desk.accountId, templateId })).users.map(({ appId }) => appId)

/** With everything that the operator is to look at looked at. */
const deleting = async (desk: SetupDesk) => {
  const { accountId } = desk
  const templateId = templateOf(desk)
  const acknowledged = await usersOf(desk, templateId)
  return desk.error('templates.delete', { accountId, templateId, acknowledged })
}

const developerUploads = (desk: SetupDesk) =>
  desk.simulator.control.newDraft(draftOf(desk).templateAppId, { version: '8.8.8', description: '又改了一版' })

/** A library as full as it can be. */
const full = (desk: SetupDesk) =>
  desk.gateway.meddle('get_tpl_list', () => ({
    ...{ err_no: 0, err_msg: '', log_id: '20261101000002' },
    data: { template_list: Array.from({ length: templatesMax }, (_, at) => template(1000 + at)) }
  }))
const template = (id: number) => ({ template_id: id, user_version: '1.0.0', user_desc: '模板', create_time: id })

describe('添加模板', () => {
  proveRefusals(
    'add_tpl',
    {
      '40001': {
        platform: { arrange: meddling('add_tpl', withMembers({ draft_id: 'x' })), act: adding },
        reason: /草稿不正确/
      },
      '40034': {
        own: {
          act: (desk) => desk.error('templates.add', { accountId: desk.accountId, draftId: '7' }),
          why: /草稿已经没有了/
        },
        platform: {
          arrange: (desk) =>
            desk.gateway.meddle(
              'add_tpl',
              meanwhile(() => developerUploads(desk))
            ),
          act: adding
        },
        reason: /没有找到这个草稿/
      },
      '40035': {
        own: { arrange: full, act: adding, why: /已有 200 个模板/ },
        platform: {
          arrange: ({ simulator: { control } }) =>
            control.setRules({ templateLimit: control.state().templates.length }),
          act: adding
        },
        reason: /到了上限/
      }
    },
    null
  )
})

describe('删除模板', () => {
  proveRefusals(
    'del_tpl',
    {
      '40001': {
        platform: { arrange: meddling('del_tpl', withMembers({ template_id: 'x' })), act: deleting },
        reason: /模板不正确/
      },
      '40029': {
        own: {
          act: (desk) =>
            desk.error('templates.delete', { accountId: desk.accountId, templateId: '7', acknowledged: [] }),
          why: /已经不在模板库里/
        },
        platform: { arrange: meddling('del_tpl', rival), act: deleting },
        reason: /没有找到这个模板/
      }
    },
    null
  )

  it('is not begun where a merchant runs it that the operator was not shown', async () => {
    const desk = await openSetupDesk(12)
    const { accountId } = desk
    await merchantsRead(desk, accountId)
    const { templates } = await desk.value('templates.library', { accountId, fresh: true })
    const usages = await Promise.all(
      templates.map(async ({ templateId }) => ({ templateId, users: await usersOf(desk, templateId) }))
    )
    const used = usages.find(({ users }) => users.length > 1)
    if (!used) throw new Error('the sample data has no template that several merchants run')
    const [, ...acknowledged] = used.users
    const refusal = await desk.error('templates.delete', { accountId, templateId: used.templateId, acknowledged })
    const [first = ''] = used.users
    const merchant = desk.simulator.control.state(first).merchants[0]
    expect(refusal).toMatchObject({ code: 'changed_meanwhile' })
    expect(refusal.reason).toContain(merchant?.name)
    expect(desk.gateway.passed).toEqual([])
  })
})
