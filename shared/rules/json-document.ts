import { createScanner, type Node, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser'
import { say } from '../texts/say'

/** A finding in a text; line and column count from 1. */
export type TextProblem = { readonly line: number; readonly column: number; readonly message: string }

/** A JSON document, or why the text is none. */
export type JsonDocument =
  { readonly root: Node; readonly problems: null } | { readonly root: null; readonly problems: readonly TextProblem[] }

/** Ours: objects and arrays within each other; a few thousand would exhaust the stack of whoever reads them. */
const depthMax = 100

const syntaxTexts: Partial<Record<ReturnType<typeof printParseErrorCode>, string>> = {
  get InvalidSymbol() {
    return say`这里有不认识的字符`
  },
  get InvalidNumberFormat() {
    return say`数字写法不对`
  },
  get PropertyNameExpected() {
    return say`这里应是用双引号括起来的字段名`
  },
  get ValueExpected() {
    return say`这里应有一个值`
  },
  get ColonExpected() {
    return say`字段名后面缺少冒号`
  },
  get CommaExpected() {
    return say`两项之间缺少逗号`
  },
  get CloseBraceExpected() {
    return say`缺少右花括号 }`
  },
  get CloseBracketExpected() {
    return say`缺少右方括号 ]`
  },
  get EndOfFileExpected() {
    return say`结束之后还有多余的内容`
  },
  get InvalidCommentToken() {
    return say`JSON 里不能写注释`
  },
  get UnexpectedEndOfString() {
    return say`字符串没有结束引号`
  },
  get UnexpectedEndOfNumber() {
    return say`数字没有写完`
  },
  get InvalidUnicode() {
    return say`Unicode 转义写法不对`
  },
  get InvalidEscapeCharacter() {
    return say`转义字符写法不对`
  },
  get InvalidCharacter() {
    return say`字符串里有不允许的控制字符`
  }
}

/** Reads a text as JSON, strictly: no comments, no trailing commas. Never throws. */
export function readJson(text: string): JsonDocument {
  const tooDeep = tooDeepAt(text)
  if (tooDeep !== null) return { root: null, problems: [problemAt(text, tooDeep, say`嵌套太深，最多 ${depthMax} 层`)] }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  if (root && errors.length === 0) return { root, problems: null }
  return { root: null, problems: errors.map(({ offset, error }) => problemAt(text, offset, syntaxText(error))) }
}

export function problemAt(text: string, offset: number, message: string): TextProblem {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message }
}

/** The JSON texts of a document, with their quotes, by where they stand; also of one that is not well formed. */
export function textTokens(text: string): readonly { readonly offset: number; readonly length: number }[] {
  return [...tokens(text)].filter(({ first }) => first === '"').map(({ offset, length }) => ({ offset, length }))
}

function* tokens(text: string): Generator<{ offset: number; length: number; first: string | undefined }> {
  const scanner = createScanner(text, true)
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset()
    yield { offset, length: scanner.getTokenLength(), first: text[offset] }
  }
}

function tooDeepAt(text: string): number | null {
  let depth = 0
  for (const { offset, first } of tokens(text)) {
    if (first === '{' || first === '[') depth += 1
    if (first === '}' || first === ']') depth -= 1
    if (depth > depthMax) return offset
  }
  return null
}

function syntaxText(code: ParseError['error']): string {
  const name = printParseErrorCode(code)
  return syntaxTexts[name] ?? say`JSON 写法不对(${name})`
}
