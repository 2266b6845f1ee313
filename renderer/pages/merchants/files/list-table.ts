import type { ListColumn } from '@shared/domain/lists'
import type { MerchantRow } from '@shared/domain/merchant'
import { appStateWords, authorizationWords } from '@/components/common/words'
import { readinessLooks } from '@/components/readiness/readiness-look'
import { chinaTime } from '@/composables/china-time'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'
import { auditTexts } from '../filter-options'
import { columnTitles } from '../columns'
import { auditOf } from '@/stores/merchant-rows/row-filter'
import { driftText, readinessLevel } from '@/stores/merchant-rows/row-setup'
import { rowState } from '@/stores/merchant-rows/row-state'

type Cell = { readonly title: string; readonly text: (row: MerchantRow) => string }

const time = (at: number | null): string => (at === null ? '' : chinaTime(at))
const yesOrNo = (is: boolean): string => (is ? t('merchants.export.yes') : t('merchants.export.no'))

function templateBasis({ template }: MerchantRow): string {
  if (!template) return ''
  return t(template.isCertain ? 'merchants.export.templateJournal' : 'merchants.export.templateGuessed')
}

/** What a file has of each of the list's columns: more than fits into a line, each in a cell of its own. */
const cells: Readonly<Record<ListColumn, readonly Cell[]>> = {
  name: [
    { title: columnTitles.name, text: (row) => row.name },
    { title: t('merchants.export.appId'), text: (row) => row.appId }
  ],
  tags: [{ title: columnTitles.tags, text: (row) => listed(row.tags) }],
  note: [{ title: columnTitles.note, text: (row) => row.note }],
  online: [
    { title: columnTitles.online, text: (row) => row.online?.version ?? '' },
    { title: t('merchants.export.takenDown'), text: (row) => (row.online ? yesOrNo(row.online.takenDown) : '') }
  ],
  audit: [
    { title: columnTitles.audit, text: (row) => row.audit?.version ?? '' },
    { title: t('merchants.export.auditState'), text: (row) => (row.audit ? auditTexts[auditOf(row)] : '') },
    { title: t('merchants.export.auditReason'), text: (row) => row.audit?.reason ?? '' }
  ],
  test: [
    { title: columnTitles.test, text: (row) => row.test?.version ?? '' },
    { title: t('merchants.export.testSubmitted'), text: (row) => (row.test ? yesOrNo(row.test.submitted) : '') }
  ],
  template: [
    { title: columnTitles.template, text: (row) => row.template?.templateId ?? '' },
    { title: t('merchants.export.templateDescription'), text: (row) => row.template?.description ?? '' },
    { title: t('merchants.export.templateBasis'), text: templateBasis }
  ],
  state: [
    { title: columnTitles.state, text: (row) => rowState(row).text },
    { title: t('merchants.export.stateDetail'), text: (row) => rowState(row).detail }
  ],
  readiness: [
    { title: columnTitles.readiness, text: (row) => readinessLooks[readinessLevel(row)].text },
    { title: t('merchants.export.readinessDetail'), text: (row) => row.readiness?.text ?? '' }
  ],
  drift: [{ title: columnTitles.drift, text: (row) => (row.drift ? driftText(row.drift) : '') }],
  credit: [{ title: columnTitles.credit, text: (row) => (row.creditScore === null ? '' : String(row.creditScore)) }],
  appState: [{ title: columnTitles.appState, text: (row) => (row.appState ? appStateWords[row.appState].text : '') }],
  authorization: [{ title: columnTitles.authorization, text: (row) => authorizationWords[row.authorization].text }],
  authorizedAt: [{ title: columnTitles.authorizedAt, text: (row) => time(row.authorizedAt) }],
  authorizationEndsAt: [{ title: columnTitles.authorizationEndsAt, text: (row) => time(row.authorizationEndsAt) }],
  readAt: [
    { title: columnTitles.readAt, text: (row) => time(row.readAt) },
    { title: t('merchants.export.readError'), text: (row) => row.readError ?? '' }
  ]
}

/** Merchants as a table with a head, in their order, with what these columns tell. Times are in China time. */
export function listTable(
  rows: readonly MerchantRow[],
  columns: readonly ListColumn[]
): readonly (readonly string[])[] {
  const chosen = columns.flatMap((name) => cells[name])
  return [chosen.map(({ title }) => title), ...rows.map((row) => chosen.map(({ text }) => text(row)))]
}
