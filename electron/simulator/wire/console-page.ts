import { usualSets } from '../world/acceptance'
import { permissionSets } from '../world/authorization'
import type { Invitation, Merchant } from '../world/state'

/** A whole HTML document. */
export type Page = string

export type ChoicePage = {
  /** Where the form goes: path and query. */
  readonly action: string
  /** Proof that the merchant came in through the entry. */
  readonly pass: string
  readonly invitation: Invitation
  readonly merchants: readonly Merchant[]
}

/** Shows who can authorise, or what will be created, and the permission sets to tick. */
export function choicePage({ action, pass, invitation, merchants }: ChoicePage): Page {
  const creates = invitation.purpose === 'create'
  const subject = creates
    ? `<p>将创建小程序：<b>${escaped(invitation.appName)}</b></p>`
    : fieldset('选择小程序', merchants.map(merchantField).join('') || '<p>没有可授权的小程序</p>')
  return documentOf(
    '授权给第三方小程序应用',
    `<form method="post" action="${escaped(action)}">
<input type="hidden" name="pass" value="${escaped(pass)}">
${subject}
${fieldset('授权权限集', Object.keys(permissionSets).map(Number).map(permissionField).join(''))}
<button>${creates ? '创建并授权' : '确认授权'}</button>
</form>`
  )
}

/** One heading and one sentence. */
export function messagePage(title: string, text: string): Page {
  return documentOf(title, `<p>${escaped(text)}</p>`)
}

function merchantField({ appId, name }: Merchant, at: number): string {
  const checked = at === 0 ? ' checked' : ''
  const radio = `<input type="radio" name="app_id" value="${escaped(appId)}" required${checked}>`
  return `<label>${radio} ${escaped(name)} <small>${escaped(appId)}</small></label>`
}

function permissionField(id: number): string {
  const checked = usualSets.includes(id) ? ' checked' : ''
  const box = `<input type="checkbox" name="permission" value="${id}"${checked}>`
  const { category = '', description = '' } = permissionSets[id] ?? {}
  return `<label>${box} ${escaped(category)} <small>${escaped(description)}</small></label>`
}

function fieldset(legend: string, content: string): string {
  return `<fieldset><legend>${legend}</legend>${content}</fieldset>`
}

function documentOf(title: string, content: string): Page {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { font: 14px/1.6 system-ui, sans-serif; max-width: 640px; margin: 32px auto; padding: 0 16px; color-scheme: light dark }
label { display: block; padding: 4px 0 }
small { opacity: .7 }
fieldset, .practice { border: 1px solid #8888; border-radius: 8px; margin: 16px 0; padding: 8px 16px }
</style>
</head>
<body>
<p class="practice">演练环境：此页代替开放平台的授权页，由你扮演商家。没有真实的小程序会被授权。</p>
<h1>${escaped(title)}</h1>
${content}
</body>
</html>
`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
