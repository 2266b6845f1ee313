import type { ExtPreview, ExtStudio, ExtVariable } from '@shared/domain/ext-variables'
import type { TemplateLibrary } from '@shared/domain/template'
import type { TemplateUser } from '@shared/domain/template-usage'
import { row } from '../list/rows'

/** Builders of what the main process answers about templates, with believable values wherever a test does not care. */
export const newest = { templateId: '9133504853504535288', version: '1.6.0', description: '节日主题', createdAt: 3_000 }
export const older = { templateId: '7200000000000000001', version: '1.4.0', description: '首发', createdAt: 1_000 }

export const library = (change: Partial<TemplateLibrary> = {}): TemplateLibrary => ({
  templates: [newest, older],
  templateApps: [
    {
      appId: 'tta',
      name: '茶饮模板',
      draft: { draftId: '77', version: '1.7.0', description: '新首页', uploadedBy: '小林', createdAt: 4_000 }
    },
    {
      appId: 'ttb',
      name: '餐饮模板',
      draft: { draftId: '78', version: '1.6.0', description: '节日主题', uploadedBy: null, createdAt: 2_000 }
    },
    { appId: 'ttc', name: '空的模板', draft: null }
  ],
  readAt: Date.now(),
  ...change
})

export const user = (change: Partial<TemplateUser> = {}): TemplateUser => ({
  appId: 'tt01',
  name: '云间民宿',
  stages: ['current'],
  certain: true,
  ...change
})

export const variable = (change: Partial<ExtVariable> = {}): ExtVariable => ({
  name: 'shopId',
  type: 'text',
  required: true,
  description: '门店编号',
  fallback: null,
  ...change
})

export const defaultText = '{\n  "extEnable": true,\n  "extAppid": "{{appId}}",\n  "ext": { "id": "{{shopId}}" }\n}'

export const studio = (change: Partial<ExtStudio> = {}): ExtStudio => ({
  variables: [variable(), variable({ name: 'tables', type: 'number', required: false, description: '' })],
  defaults: [{ templateId: newest.templateId, text: defaultText, changedAt: 1_000 }],
  ...change
})

export const preview = (change: Partial<ExtPreview> = {}): ExtPreview => ({
  appId: 'tt01',
  name: '云间民宿',
  text: '{"extEnable":true}',
  problems: [],
  lastUploaded: null,
  ...change
})

export const merchants = [row(), row({ appId: 'tt02', name: '木子花艺' }), row({ appId: 'tt03', name: '老街牛肉面' })]
