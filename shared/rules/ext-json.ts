import { type ParseError, type ParseErrorCode, parseTree, printParseErrorCode, findNodeAtLocation } from 'jsonc-parser'
import { extJsonMaxLength } from './limits'

/** One finding in an ext.json text; line and column count from 1. */
export type ExtJsonProblem = {
  readonly severity: 'error' | 'warning'
  readonly line: number
  readonly column: number
  readonly message: string
}

const syntaxTexts: Partial<Record<ReturnType<typeof printParseErrorCode>, string>> = {
  InvalidSymbol: '这里有不认识的字符',
  InvalidNumberFormat: '数字写法不对',
  PropertyNameExpected: '这里应是用双引号括起来的字段名',
  ValueExpected: '这里应有一个值',
  ColonExpected: '字段名后面缺少冒号',
  CommaExpected: '两项之间缺少逗号',
  CloseBraceExpected: '缺少右花括号 }',
  CloseBracketExpected: '缺少右方括号 ]',
  EndOfFileExpected: '结束之后还有多余的内容',
  InvalidCommentToken: 'JSON 里不能写注释',
  UnexpectedEndOfString: '字符串没有结束引号',
  UnexpectedEndOfNumber: '数字没有写完',
  InvalidUnicode: 'Unicode 转义写法不对',
  InvalidEscapeCharacter: '转义字符写法不对',
  InvalidCharacter: '字符串里有不允许的控制字符'
}

/**
 * Checks an ext.json document for one merchant, as the page "代开发环节说明" describes it: `extEnable` and `extAppid` are
 * required, `extAppid` must be the merchant's own app id, `ext` and `extPages` are objects. Unknown fields are allowed
 * (they override app.json). Returns the findings in the order of the text; none means it can be uploaded.
 */
export function checkExtJson(text: string, appId: string): readonly ExtJsonProblem[] {
  const at = positions(text)
  const problem = (
    offset: number,
    message: string,
    severity: ExtJsonProblem['severity'] = 'error'
  ): ExtJsonProblem => ({
    severity,
    message,
    ...at(offset)
  })
  if (text.trim() === '') return [problem(0, 'ext.json 不能为空')]
  if (text.length > extJsonMaxLength) return [problem(0, `ext.json 太长，最多 ${extJsonMaxLength} 个字符`)]
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  if (errors.length > 0) return errors.map((each) => problem(each.offset, syntaxText(each.error)))
  if (root?.type !== 'object') return [problem(root?.offset ?? 0, '最外层应是一个对象 { … }')]

  const problems: ExtJsonProblem[] = []
  const field = (name: string) => findNodeAtLocation(root, [name])
  const expect = (name: string, type: 'boolean' | 'object' | 'string', text: string): void => {
    const node = field(name)
    if (node && node.type !== type) problems.push(problem(node.offset, `${name} 应是${text}`))
  }
  if (!field('extEnable')) problems.push(problem(root.offset, '缺少 extEnable'))
  if (!field('extAppid')) problems.push(problem(root.offset, '缺少 extAppid'))
  expect('extEnable', 'boolean', '布尔值 true 或 false')
  expect('extAppid', 'string', '文本')
  expect('ext', 'object', '对象')
  expect('extPages', 'object', '对象，以页面路径为键')
  const extAppid = field('extAppid')
  if (extAppid?.type === 'string' && extAppid.value !== appId) {
    problems.push(problem(extAppid.offset, `extAppid 应是这个商家的 AppID ${appId}`))
  }
  if (field('extEnable')?.value === false) {
    problems.push(problem(field('extEnable')?.offset ?? 0, 'extEnable 为 false 时，这份配置不会生效', 'warning'))
  }
  for (const name of duplicateNames(root.children ?? [])) {
    problems.push(problem(name.offset, `字段 ${name.name} 写了两次`))
  }
  return problems.sort((a, b) => a.line - b.line || a.column - b.column)
}

/** The smallest ext.json that a merchant's upload needs. */
export function defaultExtJson(appId: string): string {
  return JSON.stringify({ extEnable: true, extAppid: appId, ext: {} }, null, 2)
}

function syntaxText(code: ParseErrorCode): string {
  const name = printParseErrorCode(code)
  return syntaxTexts[name] ?? `JSON 写法不对(${name})`
}

function positions(text: string): (offset: number) => { line: number; column: number } {
  return (offset) => {
    const before = text.slice(0, offset).split('\n')
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  }
}

function duplicateNames(properties: readonly { children?: { value?: unknown; offset: number }[] }[]) {
  const seen = new Set<unknown>()
  return properties.flatMap(({ children }) => {
    const key = children?.[0]
    if (!key) return []
    const again = seen.has(key.value)
    seen.add(key.value)
    return again ? [{ name: String(key.value), offset: key.offset }] : []
  })
}
