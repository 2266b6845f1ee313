import type { Node } from 'jsonc-parser'
import type { ExtVariable, VariableType } from '../domain/ext-variables'
import { say } from '../texts/say'
import { problemAt, readJson, textTokens, type TextProblem } from './json-document'

/** A finding in an ext.json default; line and column count from 1. */
export type VariableProblem = TextProblem

/** Names that every merchant has a value for. */
export const givenVariables = ['appId', 'merchantName'] as const

export type VariableFacts = {
  readonly variables: readonly ExtVariable[]
  /** By name; `appId` and `merchantName` among them. */
  readonly values: Readonly<Record<string, string>>
}

/** Whatever stands in double braces is meant as a variable, so that a misspelt one is found and never sent as it is. */
const placeholder = /\{\{([^{}]*)\}\}/g
const wholePlaceholder = /^\{\{([^{}]*)\}\}$/

/** Names of all variables in a text, each once. */
export function variableNames(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name.trim()))]
}

/** Variables that stand in what is about to be uploaded: they would reach the mini program as they are written. */
export function unfilledVariables(text: string): readonly VariableProblem[] {
  return [...text.matchAll(placeholder)].map(({ 0: variable, index }) =>
    problemAt(text, index, say`变量 ${variable} 还没有换成商家的值`)
  )
}

/** Why a value is not of its variable's type; null when it is. An empty value is none. */
export function valueProblem({ type }: Pick<ExtVariable, 'type'>, value: string): string | null {
  if (value === '' || type === 'text') return null
  if (type === 'boolean') return value === 'true' || value === 'false' ? null : say`应是 true 或 false`
  return isJsonNumber(value) ? null : say`应是数字`
}

function isJsonNumber(text: string): boolean {
  try {
    return Number.isFinite(JSON.parse(text))
  } catch {
    return false
  }
}

/**
 * Puts a merchant's values into an ext.json default. A text that is nothing but a variable (`"{{count}}"`) becomes a value of
 * its type; within a longer text, and in a field's name, it is put in as text. Both are written as JSON, so that no value can
 * break out of its place. An empty value is an empty text, whatever its type.
 *
 * Findings, placed in the default: unknown variables, required ones without a value, values of a wrong type, field names that
 * come out empty. Where the default is no JSON it is given back as it is, with the reasons.
 */
export function withValues(
  text: string,
  facts: VariableFacts
): { readonly text: string; readonly problems: readonly VariableProblem[] } {
  const { root, problems: broken } = readJson(text)
  if (root === null) {
    const stray = strayPlaceholders(text)
    return { text, problems: stray.length > 0 ? stray : broken }
  }
  const filled = textNodes(root)
    .filter(({ value }) => variableNames(value).length > 0)
    .map(({ node, value, isName }) => ({ ...node, ...(isName ? fillName(value, facts) : fill(value, facts)) }))
  return {
    text: applied(text, filled),
    problems: filled.flatMap(({ offset, problems }) => problems.map((message) => problemAt(text, offset, message)))
  }
}

type Filled = { readonly json: string; readonly problems: readonly string[] }

function fill(value: string, facts: VariableFacts): Filled {
  const name = wholePlaceholder.exec(value)?.[1]?.trim()
  if (name === undefined) return fillText(value, facts)
  const { value: found, type, problem } = lookUp(name, facts)
  if (problem !== null) return { json: JSON.stringify(found), problems: [problem] }
  return { json: type === 'text' || found === '' ? JSON.stringify(found) : found, problems: [] }
}

function fillText(value: string, facts: VariableFacts): Filled {
  const problems = variableNames(value).flatMap((name) => lookUp(name, facts).problem ?? [])
  const filled = value.replace(placeholder, (_, name: string) => lookUp(name.trim(), facts).value)
  return { json: JSON.stringify(filled), problems }
}

function fillName(value: string, facts: VariableFacts): Filled {
  const filled = fillText(value, facts)
  if (filled.json !== '""' || filled.problems.length > 0) return filled
  return { ...filled, problems: [say`字段名 ${value} 填好后是空的`] }
}

type Found = { readonly value: string; readonly type: VariableType; readonly problem: string | null }

function lookUp(name: string, { variables, values }: VariableFacts): Found {
  const given = (Object.hasOwn(values, name) ? values[name] : undefined) ?? ''
  if (givenVariables.some((each) => each === name)) return { value: given, type: 'text', problem: null }
  const variable = variables.find((each) => each.name === name)
  if (!variable) return { value: '', type: 'text', problem: say`没有变量 ${name || '{{}}'}` }
  const value = given === '' ? (variable.fallback ?? '') : given
  return { value, type: variable.type, problem: problemOf(variable, value) }
}

function problemOf(variable: ExtVariable, value: string): string | null {
  if (value === '' && variable.required) return say`变量 ${variable.name} 还没有值`
  const problem = valueProblem(variable, value)
  return problem === null ? null : say`变量 ${variable.name} 的值「${value}」${problem}`
}

type TextNode = { readonly node: { readonly offset: number; readonly length: number }; value: string; isName: boolean }

/** All JSON texts of a document in their order, the names of fields among them. */
function textNodes(node: Node, isName = false): TextNode[] {
  const value: unknown = node.value
  const { offset, length, type, children = [] } = node
  if (type === 'string' && typeof value === 'string') return [{ node: { offset, length }, value, isName }]
  return children.flatMap((child, index) => textNodes(child, type === 'property' && index === 0))
}

/** A variable that stands bare, as in `{"count": {{count}}}`, is no JSON, and would only become some by luck. */
function strayPlaceholders(text: string): VariableProblem[] {
  const texts = textTokens(text)
  return [...text.matchAll(placeholder)]
    .filter(({ index }) => !texts.some(({ offset, length }) => index > offset && index < offset + length))
    .map(({ index, 1: name = '' }) =>
      problemAt(text, index, say`变量要写在双引号里：写成 "{{${name.trim()}}}"，数字和布尔会按类型填入`)
    )
}

/** Replaces from the end, so that the places before stay where they are. */
function applied(text: string, edits: readonly { offset: number; length: number; json: string }[]): string {
  return edits.reduceRight(
    (result, { offset, length, json }) => result.slice(0, offset) + json + result.slice(offset + length),
    text
  )
}
