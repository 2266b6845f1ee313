import QRCode from 'qrcode'
import { signedQuery, trialCode, trialCodeText } from '../world/trial-codes'
import type { Generation, Merchant } from '../world/state'
import { type Endpoint, type MerchantCall, merchantEndpoint } from './endpoint'
import { codeBody, parseBody } from './parameters'
import { iconAddress, trialCodeAddress } from './picture-addresses'
import type { Reply } from './reply'

const permissionSet = 2

/** 基础信息管理: the basic information and the trial codes. */
export const basicInformationEndpoints: readonly Endpoint[] = [
  getInfo('v2', '/api/apps/v2/basic_info/get_info'),
  getInfo('v1', '/openapi/v1/microapp/app/info'),
  merchantEndpoint(
    {
      ...{ name: 'get_qr_code', generation: 'v2', method: 'POST', permissionSet },
      path: '/api/apps/v2/basic_info/get_qr_code'
    },
    (call) => ({ kind: 'data', data: { qr_code_url: codeAddress(call) } })
  ),
  merchantEndpoint(
    {
      ...{ name: 'get_qr_code', generation: 'v1', method: 'POST', permissionSet },
      path: '/openapi/v1/microapp/app/qrcode'
    },
    async (call) => ({ kind: 'file', contentType: 'image/png', bytes: await codePicture(codeText(call)) })
  )
]

function getInfo(generation: Generation, path: string): Endpoint {
  const handle = ({ merchant, baseUrl }: MerchantCall): Reply => {
    const data = informationFields(merchant, baseUrl)
    return { kind: 'data', data: generation === 'v1' ? { ...data, app_type: 1 } : data }
  }
  return merchantEndpoint({ name: 'get_info', generation, method: 'GET', path, permissionSet }, handle)
}

const auditStates = { in_review: 1, approved: 2, rejected: 3, expired: 4 } as const

function informationFields(merchant: Merchant, baseUrl: string) {
  return {
    app_id: merchant.appId,
    app_name: merchant.name,
    app_intro: merchant.introduction,
    app_icon: merchant.icon === '' ? '' : iconAddress(baseUrl, merchant.icon),
    app_state: appState(merchant),
    new_name_audit_info: nameChangeFields(merchant),
    new_intro_audit_info: null,
    new_icon_audit_info: null,
    app_categories_audit_info: categoryFields(merchant),
    subject_audit_info: {
      subject_name: merchant.subject.name,
      subject_type: merchant.subject.type === 'company' ? 1 : 0
    }
  }
}

/** 0 not published, 1 published, 2 taken offline. */
function appState({ current }: Merchant): number {
  if (current === null) return 0
  return current.takenDown ? 2 : 1
}

function nameChangeFields({ nameChange }: Merchant) {
  if (nameChange === null) return null
  const { name, state, reason } = nameChange
  return { new_name: name, new_name_audit_state: auditStates[state], remaining_times: 2, reason, advice: '' }
}

/** Null, not an empty list, for an app without a category. */
function categoryFields({ categories }: Merchant) {
  if (categories.length === 0) return null
  return categories.map(({ id, name, state, reason }) => ({
    app_category: id,
    app_category_name: name,
    app_category_audit_state: auditStates[state],
    reason
  }))
}

function codeText({ merchant, body }: MerchantCall): string {
  const { version, path } = parseBody(codeBody, body)
  return trialCodeText(trialCode(merchant, version, path))
}

function codeAddress({ world, merchant, body, baseUrl }: MerchantCall): string {
  const { version, path } = parseBody(codeBody, body)
  return trialCodeAddress(baseUrl, signedQuery(world, trialCode(merchant, version, path)))
}

/** A code as a PNG of 430 pixels. */
export function codePicture(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, { type: 'png', width: 430, margin: 2 })
}
