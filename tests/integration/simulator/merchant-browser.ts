import { type Platform, textAt } from './platform'

export const genLink = '/api/tpapp/v3/auth/gen_link/'
const preAuthCode = '/api/tpapp/v3/auth/get_pre_auth_code/'
export const upload = '/api/tpapp/v2/file/upload_material/'
export const png = Buffer.from('89504e470d0a1a0a00', 'hex')

export async function linkOf(platform: Platform, body: object = { link_type: 1 }): Promise<string> {
  const answer = await platform.send('POST', genLink, { token: await platform.componentToken(), body })
  return textAt(answer.body, 'data', 'link')
}

export async function codeFor(platform: Platform, body: object = { pre_auth_code_type: 1 }): Promise<string> {
  const answer = await platform.send('POST', preAuthCode, { token: await platform.componentToken(), body })
  return textAt(answer.body, 'data', 'pre_auth_code')
}

export async function uploadIcon(platform: Platform, bytes: Buffer, type = '2') {
  const form = new FormData()
  form.set('material_type', type)
  form.set('material_file', new Blob([new Uint8Array(bytes)]), 'icon.png')
  const headers = { 'access-token': await platform.componentToken() }
  const response = await fetch(`${platform.simulator.url}${upload}`, { method: 'POST', headers, body: form })
  return (await response.json()) as unknown
}

/** A merchant's browser: opens the page, fills in its form and sends it. */
export async function open(link: string, referer?: string) {
  const response = await fetch(link, { headers: referer === undefined ? {} : { referer } })
  const html = await response.text()
  const fields = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)]
  const field = (wanted: string) => fields.flatMap(([, name, value = '']) => (name === wanted ? [value] : []))
  return {
    status: response.status,
    headers: response.headers,
    html,
    apps: field('app_id'),
    pass: field('pass')[0] ?? ''
  }
}

export async function confirm(link: string, fields: Record<string, string | string[]>) {
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value)
  const response = await fetch(link, { method: 'POST', body, redirect: 'manual' })
  return { status: response.status, location: response.headers.get('location'), html: await response.text() }
}
