import type { Dictionary } from '@shared/texts/say'

/** The rollout command without a window. */
export const cliTexts: Dictionary = {
  '{0}（{1}）': '{0} ({1})',
  '没有账号 {0}': 'There is no account {0}',
  '请在 --account 后面写这些之一：{0}': 'Write one of these after --account: {0}',
  账号已被移除: 'The account was removed',
  '请检查 --account': 'Check --account',
  账号不能使用: 'The account cannot be used',
  '账号「{0}」还不能使用': 'The account “{0}” cannot be used yet',
  没有从系统钥匙串读到它的密钥: 'Its secrets were not read from the system keychain',
  '请解锁钥匙串后再试，或用环境变量 MERCHANT_DESK_… 提供密钥':
    'Unlock the keychain and try again, or give the secrets in the environment variables MERCHANT_DESK_…',
  '没有收到 component_ticket（平台每 10 分钟推送一次）':
    'No component_ticket arrived (the platform pushes one every 10 minutes)',
  '请在程序的连接诊断里检查推送地址，再运行一次':
    'Check the push address in the program’s connection doctor, then run this again',

  '同名的批量发布「{0}」还没有结束，而它的计划和这个文件不一样':
    'A rollout of the same name, “{0}”, has not finished, and its plan is not this file’s',
  '请换一个 title，或用 --resume {0} 继续原来的，或先在程序里停止它':
    'Choose another title, continue that one with --resume {0}, or stop it in the program first',
  '这个计划涉及 {0} 个商家': 'Merchants in this plan: {0}',
  '核对后加上 --yes {0} 再运行': 'Check that, then run it with --yes {0}',
  '--yes 写的是 {0}，这个计划涉及 {1} 个商家': '--yes says {0}, but the merchants in this plan are {1}',
  '核对后用 --yes {0} 再运行': 'Check that, then run it with --yes {0}',
  批量发布没有开始: 'The rollout did not start',
  '请检查环境变量 MERCHANT_DESK_…': 'Check the environment variables MERCHANT_DESK_…',
  '程序已经在这个数据目录上运行（进程 {0}）': 'The program runs on this data folder already (process {0})',
  '请先退出程序，或在程序的「批量发布」里操作': 'Quit the program first, or use its rollouts page',
  被中断了: 'It was interrupted',
  '到了 --timeout 的时间，商家或账号还没有准备好':
    'The time of --timeout is over, and the merchants or the account were not ready',
  请再运行一次: 'Run it again',
  批量发布中断了: 'The rollout broke off',
  '请检查数据目录和日志；再运行一次会接着做': 'Check the data folder and the log; running it again goes on',

  '用法：{0}': 'Usage: {0}',
  '参数不对：{0}': 'Wrong flags: {0}',
  '--plan 和 --resume 要写一个，且只写一个': 'Write one of --plan and --resume, and only one',
  '--dry-run 要和 --plan 一起用': '--dry-run goes with --plan',
  '--yes 后面要写商家数，收到「{0}」': '--yes takes the number of merchants, not “{0}”',
  '--timeout 后面要写分钟数，最多 {0}，收到「{1}」': '--timeout takes minutes, at most {0}, not “{1}”',
  '{0} 后面缺少内容': 'Nothing stands after {0}',
  '程序内部出错，已退出，详情见日志；再运行一次会接着做':
    'The program failed and has ended, see the log; running it again goes on',

  计划没有选中任何商家: 'The plan chooses no merchant',
  '请检查计划文件里的 merchants，标签要和程序里的一样':
    'Check the plan’s merchants; tags are written as in the program',
  '这个账号没有这些商家：{0} 等 {1} 个': 'The account does not have these merchants: {0} and more, {1} in all',
  '这个账号没有这些商家：{0}': 'The account does not have these merchants: {0}',
  '请检查计划文件里的 merchants.appIds 和 --account': 'Check the plan’s merchants.appIds and --account',
  有重复的商家: 'A merchant is named twice',
  '第 {0} 行第 {1} 列 {2}': 'Line {0}, column {1}: {2}',
  '文件太大，最多 {0} 字节': 'The file is too large, at most {0} bytes',
  '文件不是 UTF-8 编码': 'The file is not UTF-8',
  '计划文件读不到：{0}（{1}）': 'The plan was not read: {0} ({1})',
  '请检查 --plan 后面的路径': 'Check the path after --plan',
  '{0}；还有 {1} 处': '{0}; and more: {1}',
  '计划文件的内容不对：{0}': 'The plan is wrong: {0}',
  '请按 docs/rollout-plan.schema.json 修改计划文件': 'Correct the plan by docs/rollout-plan.schema.json',
  '{0} 要写 { "all": true }、{ "appIds": […] } 或 { "tags": […] }':
    '{0} must be { "all": true }, { "appIds": […] } or { "tags": […] }',

  '正在读取商家：{0}/{1}，{2} 个没有读到': 'Reading merchants: {0}/{1}, not read: {2}',
  '正在读取商家：{0}/{1}': 'Reading merchants: {0}/{1}',
  '{0}：{1}': '{0}: {1}',
  '共 {0} 个商家，{1} 波：{2}': 'Merchants: {0}, waves: {1}: {2}',
  '账号「{0}」，{1} 个商家，{2} 波': 'account “{0}”, merchants: {1}, waves: {2}',
  '继续「{0}」（{1}）：{2}，{3} 开始': 'Continuing “{0}” ({1}): {2}, begins at {3}',
  '开始「{0}」（{1}）：{2}，{3} 开始': 'Starting “{0}” ({1}): {2}, begins at {3}',
  '继续「{0}」（{1}）：{2}': 'Continuing “{0}” ({1}): {2}',
  '开始「{0}」（{1}）：{2}': 'Starting “{0}” ({1}): {2}',
  '{0}（{1}） {2} {3}：{4}': '{0} ({1}) {2}, {3}: {4}',
  '{0}（{1}） {2} {3}': '{0} ({1}) {2}, {3}',
  '（无）': '(none)',
  '{0}（{1}） 第 {2} 波 {3}': '{0} ({1}) wave {2}: {3}',
  '{0}（{1}） 第 {2} 波 {3}：{4}': '{0} ({1}) wave {2}: {3}: {4}',
  '第 {0} 波结束了，下一波还没有打开': 'Wave {0} is over, the next one is not open',
  '第 {0} 波结束了，{1} 自动打开下一波': 'Wave {0} is over, the next one opens at {1}',
  '{0} 个商家已通过审核，还没有一起发布': 'Merchants approved and not released together yet: {0}',
  由操作人暂停: 'Paused by the operator',
  '等你决定：加 --open-gates 或 --release-train 再运行，或在程序里决定':
    'waits for you: run it with --open-gates or --release-train, or decide in the program',
  '已暂停：处理后用 --resume 继续，或在程序里处理':
    'is paused: put it right and continue with --resume, or do it in the program',
  '到了 --timeout 的时间；再运行一次会接着做': 'reached the time of --timeout; running it again goes on',
  '已中断；再运行一次会接着做': 'was interrupted; running it again goes on',
  '「{0}」（{1}）{2}。共 {3} 个商家：{4}': '“{0}” ({1}): {2}. Merchants: {3}: {4}',
  '  {0} 个：{1}。{2}': '  {0}: {1}. {2}',
  '，': ', ',
  '{0}：{1}。{2}': '{0}: {1}. {2}',
  '{0}。{1}': '{0}. {1}',
  '{0}（平台错误码 {1}，log_id {2}）': '{0} (platform code {1}, log_id {2})',
  '{0}（平台错误码 {1}）': '{0} (platform code {1})',
  '{0}（log_id {1}）': '{0} (log_id {1})',

  '要执行的计划（JSON）；同名而没有结束的批量发布会接着做':
    'the plan to carry out (JSON); an unfinished rollout of its name goes on',
  '接着做这次批量发布，暂停了的也继续': 'goes on with this rollout, paused or not',
  '数据目录；不写就用程序的': 'the data folder; without it the program’s',
  '用哪个账号；不写就用环境变量里的，没有就是演练环境':
    'the account; without it that of the environment variables, else the practice environment',
  '每行输出一个 JSON': 'one JSON a line',
  '只输出预览，不发送任何内容': 'writes the preview only, and sends nothing',
  '核对过的商家数；达到 50 个时必须写': 'the number of merchants that was agreed to; needed from 50 on',
  到了关卡自动打开下一波: 'opens the next wave at a gate',
  最后一波结束后一起发布通过审核的: 'releases together what has passed, after the last wave',
  '最多运行的分钟数；再运行一次会接着做': 'minutes to run at most; run again, it goes on',
  '读到设置以前的文字按 LC_ALL、LC_MESSAGES、LANG 选择中文或英文，读到以后按设置':
    'Until the settings are read, LC_ALL, LC_MESSAGES and LANG decide between Chinese and English; then the settings do'
}
