import {
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartDataset,
  type ChartOptions
} from 'chart.js'
import { chinaTime } from '@/composables/china-time'
import { t } from '@/i18n'
import { hasTrial, type ScorePoint } from './score-points'
import { momentLabel, roundMoments } from './time-axis'

Chart.register(LineController, LineElement, PointElement, LinearScale, Tooltip, Legend)

/** The theme's colours and font, as the canvas needs them. */
export type ChartLook = Readonly<Record<'credit' | 'trial' | 'threshold' | 'text' | 'line' | 'font', string>>

/** Reads the theme's tokens where the chart stands. */
export function chartLook(element: Element): ChartLook {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    credit: token('--el-color-primary'),
    trial: token('--el-color-success'),
    threshold: token('--el-color-warning'),
    text: token('--el-text-color-secondary'),
    line: token('--el-border-color-lighter'),
    font: token('--el-font-family')
  }
}

type Place = { x: number; y: number | null }
type Shown = {
  readonly points: readonly ScorePoint[]
  readonly passScore: number | null
  readonly look: ChartLook
}

/** Draws the scores over time; the caller destroys it. */
export function scoreChart(canvas: HTMLCanvasElement, shown: Shown): Chart<'line', Place[]> {
  return new Chart(canvas, {
    type: 'line',
    data: { datasets: scoreLines(shown) },
    options: chartOptions(shown)
  })
}

/** The lines: credit, the trial's score where there is one, and the score that passes it. */
export function scoreLines({ points, passScore, look }: Shown): ChartDataset<'line', Place[]>[] {
  const line = (label: string, colour: string, data: Place[]): ChartDataset<'line', Place[]> => ({
    label,
    data,
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: 2,
    pointRadius: 2,
    // A score stands until the next reading showed another.
    stepped: 'before',
    spanGaps: true
  })
  const lines = [
    line(
      t('standing.history.credit'),
      look.credit,
      points.map(({ at, credit }) => ({ x: at, y: credit }))
    )
  ]
  if (hasTrial(points)) {
    const trial = line(
      t('standing.history.trial'),
      look.trial,
      points.map(({ at, trial }) => ({ x: at, y: trial }))
    )
    // Both scores are often the same: through the gaps the line beneath is seen.
    lines.push({ ...trial, borderDash: [8, 6], order: -1 })
  }
  return passScore === null ? lines : [...lines, threshold(points, passScore, look)]
}

function threshold(points: readonly ScorePoint[], passScore: number, look: ChartLook): ChartDataset<'line', Place[]> {
  const ends = [points[0], points.at(-1)].flatMap((point) => point?.at ?? [])
  return {
    label: t('standing.history.threshold', { score: passScore }),
    data: ends.map((at) => ({ x: at, y: passScore })),
    borderColor: look.threshold,
    backgroundColor: look.threshold,
    borderWidth: 1.5,
    borderDash: [6, 4],
    pointRadius: 0
  }
}

function chartOptions({ points, look }: Shown): ChartOptions<'line'> {
  const from = points[0]?.at ?? 0
  const to = points.at(-1)?.at ?? 0
  const label = momentLabel(to - from)
  const ticks = { color: look.text, font: { family: look.font, size: 12 } }
  return {
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: 'nearest', axis: 'x', intersect: false },
    scales: {
      x: {
        type: 'linear',
        bounds: 'data',
        grid: { display: false },
        afterBuildTicks: (axis) => (axis.ticks = roundMoments(from, to).map((value) => ({ value }))),
        ticks: { ...ticks, autoSkip: false, maxRotation: 0, callback: (value) => label(Number(value)) }
      },
      y: { suggestedMin: 0, suggestedMax: 100, grid: { color: look.line }, ticks: { ...ticks, precision: 0 } }
    },
    plugins: {
      legend: { position: 'bottom', labels: { ...ticks, boxWidth: 16, boxHeight: 2 } },
      tooltip: { callbacks: { title: ([item]) => (item?.parsed.x ? chinaTime(item.parsed.x) : '') } }
    }
  }
}
