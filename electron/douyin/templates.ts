import type { Template, TemplateApp } from '@shared/domain/template'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { endpoints, type Endpoint } from './endpoints'
import { platformError } from './failure'
import { exactId } from './json'
import type { Receipt } from './platform'
import { readReceipt } from './receipts'
import { id, list, optionalText, seconds, text } from './schemas'
import { reading } from './wire'

const readTemplates = reading({
  schema: z.object({
    template_list: list(z.object({ template_id: id, user_version: text, user_desc: text, create_time: seconds }))
  })
})

const readTemplateApps = reading({
  schema: z.object({
    tpl_app_list: list(
      z.object({
        tpl_app_id: z.string().min(1),
        app_name: text,
        nick_name: optionalText,
        user_version: text,
        user_desc: text,
        draft_id: id.nullish(),
        create_time: seconds
      })
    )
  })
})

/** 获取模板列表V2 (page `tpl-manage/tpl-list-v2`); not paged. */
export async function templates(caller: PlatformCaller, signal: AbortSignal | undefined): Promise<readonly Template[]> {
  const { value } = await caller.asApplication({ endpoint: endpoints.templates, read: readTemplates, signal })
  return value.template_list.map((each) => ({
    templateId: each.template_id,
    version: each.user_version,
    description: each.user_desc,
    createdAt: each.create_time
  }))
}

/** 获取模板小程序列表V2 (page `tpl-manage/tpl-app-list-v2`); an app without an upload has no draft. */
export async function templateApps(
  caller: PlatformCaller,
  signal: AbortSignal | undefined
): Promise<readonly TemplateApp[]> {
  const { value } = await caller.asApplication({ endpoint: endpoints.templateApps, read: readTemplateApps, signal })
  return value.tpl_app_list.map((each) => ({
    appId: each.tpl_app_id,
    name: each.app_name,
    draft:
      !each.draft_id || each.draft_id === '0'
        ? null
        : {
            draftId: each.draft_id,
            version: each.user_version,
            description: each.user_desc,
            uploadedBy: each.nick_name,
            createdAt: each.create_time
          }
  }))
}

/**
 * 添加模板V2 (page `tpl-manage/add-v2`): a draft becomes a template, of which there are 200 at most (40035). The answer does
 * not tell its id: the list of templates shows it. Sent once; an id that is not a number of the platform's is `refused`.
 */
export function addTemplate(
  caller: PlatformCaller,
  draftId: string,
  signal: AbortSignal | undefined
): Promise<Receipt> {
  return changed(caller, endpoints.addTemplate, 'draft_id', draftId, signal)
}

/** 删除模板V2 (page `tpl-manage/delete-v2`): 40029 where it is gone already. Sent once. */
export function deleteTemplate(
  caller: PlatformCaller,
  templateId: string,
  signal: AbortSignal | undefined
): Promise<Receipt> {
  return changed(caller, endpoints.deleteTemplate, 'template_id', templateId, signal)
}

async function changed(
  caller: PlatformCaller,
  endpoint: Endpoint,
  field: 'draft_id' | 'template_id',
  digits: string,
  signal: AbortSignal | undefined
): Promise<Receipt> {
  const exact = exactId(digits)
  if (!exact) throw platformError(endpoint, { kind: 'refused', outcome: 'not_sent' })
  const { logId } = await caller.asApplication({ endpoint, body: { [field]: exact }, read: readReceipt, signal })
  return { logId }
}
