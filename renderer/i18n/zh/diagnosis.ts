export default {
  title: '连接诊断',
  back: '回到账号',
  copy: '复制结果',
  copied: '已复制',
  copyFailed: '没有复制成功',
  copyWhenDone: '检查完才能复制',
  nothingToCopy: '没有结果可以复制',
  checkedAt: '{ago}检查',
  again: '再诊断一次',
  noAccount: '没有这个账号',
  noAccountText: '它可能已经被移除了。',
  toAccounts: '打开账号列表',
  steps: '诊断步骤',
  nextStep: '下一步：{text}',
  platformCode: '平台代码',
  logId: 'log_id',
  took: '{ms} 毫秒',
  step: {
    secrets: '密钥',
    network: '网络与代理',
    clock: '时钟',
    source: '票据来源',
    ticket: '票据',
    decryption: '消息解密',
    componentToken: '第三方接口凭据',
    addressAllowList: 'IP 白名单',
    merchantCall: '商家接口调用',
    sharing: '多台电脑'
  },
  state: {
    pending: '等待',
    running: '检查中',
    good: '正常',
    warning: '请留意',
    bad: '有问题',
    skipped: '跳过'
  },
  help: {
    accountSettings: '打开账号设置',
    pasteTicket: '粘贴票据',
    secrets: '修改密钥',
    merchantList: '打开授权页'
  },
  summary: {
    allGood: '全部正常',
    bad: '{n} 项需要处理',
    warnings: '{n} 项请留意',
    badAndWarnings: '{n} 项需要处理，{warnings} 项请留意',
    lookFirst: '先看「{step}」：{text}',
    checking: '正在检查 {place}',
    now: '现在：{step}'
  },
  text: {
    title: '连接诊断',
    titleOf: '连接诊断：{name}（{appId}）',
    time: '时间：{time}（中国时间）',
    program: '程序：代管台 {version} · {host} · {platform}',
    electron: '桌面程序',
    browser: '本机浏览器',
    outcome: '结果：{outcome}',
    step: '{place}. {step}：{state}。{finding}',
    stepTook: '{place}. {step}：{state}。{finding}（{ms} 毫秒）',
    nextStep: '   下一步：{text}',
    platformCode: '   平台代码 {code}',
    logId: '   log_id {logId}',
    codeAndLogId: '   平台代码 {code}，log_id {logId}'
  }
} as const
