import type { BaselineMode } from '@shared/domain/domains'

/** How a baseline is applied, and what that means. */
export const modeTexts: Readonly<Record<BaselineMode, { readonly text: string; readonly help: string }>> = {
  add: { text: '只补缺少的', help: '基线里有、商家没有的加上；商家多出来的不动。' },
  exact: { text: '完全一致', help: '缺少的加上，多出来的删除；小程序里用到被删域名的请求和页面会失败。' }
}
