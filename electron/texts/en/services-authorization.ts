import type { Dictionary } from '@shared/texts/say'

/** Authorisations: links, codes, the keeping of tokens. */
export const authorizationServiceTexts: Dictionary = {
  '授权码已经用过，或已过期（1 小时内有效，只能用一次）':
    'The authorisation code was used already or has expired (valid for an hour, once)',
  '请先从授权列表导入，已授权的商家会出现；如果没有，请给商家发一条新的授权链接':
    'Import the authorisation list first: merchants that authorised appear. If not, send the merchant a new authorisation link',
  授权没有接收: 'The authorisation was not taken',
  粘贴的内容里没有授权码: 'There is no authorisation code in the pasted text',
  '请粘贴商家授权后浏览器地址栏里的完整地址，或授权码本身':
    'Paste the whole address from the browser after the merchant authorised, or the code itself',
  '没有找到授权码（authorization_code）': 'No authorisation code found (authorization_code)',
  '商家已经取消授权，授权码找不回来': 'The merchant withdrew the authorisation; the code cannot be retrieved',
  '请生成一条新的授权链接发给商家，由商家重新授权':
    'Make a new authorisation link and send it to the merchant, to authorise again',
  授权没有找回: 'The authorisation was not retrieved',
  更新授权凭据: 'Renewing the merchant’s token',
  授权列表没有读到: 'The authorisation list was not read',

  授权链接没有生成: 'The authorisation link was not made',
  请按提示修改后再生成: 'Correct what is marked, then make it',
  '24 小时内已生成 {0} 条代创建链接，到了平台的上限':
    '{0} links that create mini programs were made within 24 hours, which is the platform’s limit',
  '请明天再生成；已有小程序的商家可以用「授权已有小程序」的链接，不受这个限制':
    'Make it tomorrow; merchants that have a mini program can use a link to authorise an existing one, which has no limit',
  '图标超过 2 MB': 'The icon is larger than 2 MB',
  '图标不是 PNG 或 JPEG 图片': 'The icon is not a PNG or JPEG picture',
  请填写新小程序的名称: 'Enter the new mini program’s name'
}
