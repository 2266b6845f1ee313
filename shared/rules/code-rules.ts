import type { CodeHost, Colour } from '../domain/mini-code'
import { say } from '../texts/say'

/** Which app opens a mini-program code, in the operator's words (page "获取小程序码"). */
export const codeHostNames: Readonly<Record<CodeHost, string>> = {
  get douyin() {
    return say`抖音`
  },
  get douyin_lite() {
    return say`抖音极速版`
  },
  get douyin_search() {
    return say`抖音搜索`
  },
  get toutiao() {
    return say`今日头条`
  },
  get toutiao_lite() {
    return say`今日头条极速版`
  },
  get all() {
    return say`全部宿主`
  }
}

/** Ours: below this contrast phones begin to miss codes. */
export const codeContrastMin = 4

/** The contrast of two colours as WCAG 2 counts it: 1 (none) to 21 (black on white). */
export function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance({ r, g, b }: Colour): number {
  const linear = (part: number): number => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/** Why a code in these colours would not scan well; null when it would. Lines must be darker than what is behind them. */
export function colourProblem(lines: Colour, background: Colour): string | null {
  if (luminance(lines) >= luminance(background)) return say`线条要比背景深，反色的码多数扫不出来`
  const found = contrast(lines, background)
  if (found < codeContrastMin)
    return say`线条和背景的对比只有 ${roundedDown(found)}，至少要 ${codeContrastMin}，否则扫不出来`
  return null
}

/** Rounding up would call a contrast that is just too small large enough. */
const roundedDown = (value: number): string => (Math.floor(value * 10) / 10).toFixed(1)

/** One parameter of a page path. */
export type PathParameter = { readonly name: string; readonly value: string }

/**
 * Puts page and parameters together: `pages/table/index?id=3`. Names and values are percent-encoded; a page that has
 * parameters already keeps them, ahead of the others.
 */
export function pathWith(page: string, parameters: readonly PathParameter[]): string {
  const query = parameters
    .filter(({ name }) => name !== '')
    .map(({ name, value }) => `${encoded(name)}=${encoded(value)}`)
    .join('&')
  if (query === '') return page
  return `${page}${page.includes('?') ? '&' : '?'}${query}`
}

/** Half of a surrogate pair, as a cut text may end with, can not be encoded and would throw. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))

/** Why a path would not open its page; null when its form is right. An empty one opens the home page. */
export function pathProblem(path: string): string | null {
  if (path === '') return null
  if (path.startsWith('/')) return say`路径开头不要斜杠，否则平台会忽略它`
  const [page = ''] = path.split('?')
  if (/\s/.test(path)) return say`路径里不能有空格`
  if (/[^!-~]/.test(path)) return say`路径里的中文和特殊符号要先编码`
  if (path.includes('#')) return say`路径里不能有 #`
  if (page === '') return say`问号前面要有页面路径`
  if (!/^[\w\-./]+$/.test(page)) return say`页面路径只能用字母、数字、下划线、短横线、点和斜杠`
  if (/%(?![\da-f]{2})/i.test(path)) return say`参数里的百分号要写成 %25`
  return null
}
