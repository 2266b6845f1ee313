import { say } from '@shared/texts/say'
import { usage } from './flags'

/** What `rollout --help` says; docs/automation.md says it in full. */
export function helpText(): string {
  const flags: readonly (readonly [flag: string, meaning: string])[] = [
    ['--plan FILE', say`要执行的计划（JSON）；同名而没有结束的批量发布会接着做`],
    ['--resume ID', say`接着做这次批量发布，暂停了的也继续`],
    ['--data DIR', say`数据目录；不写就用程序的`],
    ['--account ID', say`用哪个账号；不写就用环境变量里的，没有就是演练环境`],
    ['--json', say`每行输出一个 JSON`],
    ['--dry-run', say`只输出预览，不发送任何内容`],
    ['--yes N', say`核对过的商家数；达到 50 个时必须写`],
    ['--open-gates', say`到了关卡自动打开下一波`],
    ['--release-train', say`最后一波结束后一起发布通过审核的`],
    ['--timeout MINUTES', say`最多运行的分钟数；再运行一次会接着做`]
  ]
  const language = say`读到设置以前的文字按 LC_ALL、LC_MESSAGES、LANG 选择中文或英文，读到以后按设置`
  const lines = flags.map(([flag, meaning]) => `  ${flag.padEnd(18)} ${meaning}`)
  return [say`用法：${usage}`, '', ...lines, '', language, ''].join('\n')
}
