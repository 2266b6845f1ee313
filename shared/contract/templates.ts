import { z } from 'zod'
import { variableTypes, type ExtPreview, type ExtStudio, type ExtValues } from '../domain/ext-variables'
import type { TemplateLibrary } from '../domain/template'
import type { TemplateUsage } from '../domain/template-usage'
import { extJsonMaxLength, extVariablesMax } from '../rules/limits'
import { account, accountId, appId, appIds, returning, text } from './call'

const bigId = z.string().regex(/^\d{1,20}$/)
const variableName = z.string().regex(/^(?!__proto__$)[A-Za-z_]\w{0,39}$/)

export const templateCalls = {
  'templates.library': returning<TemplateLibrary>().from(z.strictObject({ accountId, fresh: z.boolean() })),
  /** 添加模板; the platform does not tell the new id: the library is read again. */
  'templates.add': returning<TemplateLibrary>().from(z.strictObject({ accountId, draftId: bigId })),
  /** Which merchants run it or could still roll back to it. */
  'templates.usage': returning<TemplateUsage>().from(z.strictObject({ accountId, templateId: bigId })),
  /** `acknowledged`: the merchants of the usage that the operator was shown; if there are others now, nothing is sent. */
  'templates.delete': returning<TemplateLibrary>().from(
    z.strictObject({ accountId, templateId: bigId, acknowledged: z.array(appId).max(10_000) }),
    512 * 1024
  ),

  'ext.studio': returning<ExtStudio>().from(account),
  'ext.saveVariables': returning<ExtStudio>().from(
    z.strictObject({
      accountId,
      variables: z
        .array(
          z.strictObject({
            name: variableName,
            type: z.enum(variableTypes),
            required: z.boolean(),
            description: text(200),
            fallback: text(2000).nullable()
          })
        )
        .max(extVariablesMax)
    }),
    512 * 1024
  ),
  /** `text: null` takes the default out. */
  'ext.saveDefault': returning<ExtStudio>().from(
    z.strictObject({ accountId, templateId: bigId, text: text(extJsonMaxLength).nullable() }),
    1024 * 1024
  ),
  'ext.values': returning<readonly ExtValues[]>().from(account),
  /** Replaces the values of these merchants. */
  'ext.saveValues': returning<{ saved: number }>().from(
    z.strictObject({
      accountId,
      merchants: z
        .array(z.strictObject({ appId, values: z.record(variableName, text(2000)) }))
        .min(1)
        .max(10_000)
    }),
    16 * 1024 * 1024
  ),
  /** What these merchants would be sent; `text: null` means the template's default as it is kept. */
  'ext.preview': returning<readonly ExtPreview[]>().from(
    z.strictObject({ accountId, templateId: bigId, text: text(extJsonMaxLength).nullable(), appIds }),
    2 * 1024 * 1024
  )
} as const
