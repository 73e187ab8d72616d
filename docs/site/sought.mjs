/**
 * What people type who look for a page, where the page has other words for it. By the page's place in the site; Chinese words stand as
 * they are typed, since the search looks for parts of words.
 */
export const SOUGHT = {
  'guides/concepts': 'idempotent retry duplicate permissions roles glossary overview architecture',
  'guides/store-events':
    'database persistence postgres postgresql sqlite castore dynamodb concurrency optimistic projection',
  'guides/emmett': 'database postgres postgresql bigint checkpoint concurrency optimistic projection',
  'guides/redeem': 'spend reward shop voucher gift price stock refund exchange',
  'guides/publish': 'catalogue editions bulk batch import attendance list',
  'guides/undo-a-slip': 'refund return cancel revert rollback delete remove mistake error money back',
  'guides/close-and-move': 'delete deactivate merge death transfer account rename relocate',
  'guides/late-entries': 'backdate backdated retroactive timezone deadline',
  'guides/correct-an-award': 'adjust adjustment penalty deduct dispute appeal complaint',
  'guides/answer-a-volunteer': 'why explain reason cap limit appeal',
  'guides/read-the-ledger':
    'report export statement history verify audit tamper tampering seal hash chain fraud',
  'guides/write-a-rule-set':
    'monthly weekly daily quarterly yearly cap limit expire expiry expiration tier level own scheme configure',
  'guides/change-the-rules': 'monthly version migrate what-if compare simulate policy',
  'guides/verify-transfer-bar': 'verify approve approval pending confirm send gift suspend ban block',
  'guides/command-line': 'verify cli csv jsonl terminal npx check',
  'guides/zh-CN/concepts': '重复提交 权限 角色 概览',
  'guides/zh-CN/store-events': '数据库 持久化 并发 乐观锁 投影',
  'guides/zh-CN/emmett': '数据库 并发 乐观锁 身份证号',
  'guides/zh-CN/redeem': '换礼品 奖品 礼品 价格 退款 积分商城',
  'guides/zh-CN/publish': '批量 导入 签到 名单',
  'guides/zh-CN/undo-a-slip': '退款 退货 取消 删除 冲正 误录 录错',
  'guides/zh-CN/close-and-move': '销户 搬家 迁出 合并 去世 转户',
  'guides/zh-CN/late-entries': '补录 追溯 截止',
  'guides/zh-CN/correct-an-award': '扣分 加分 申诉 异议 调整',
  'guides/zh-CN/answer-a-volunteer': '为什么 少记 封顶 申诉',
  'guides/zh-CN/read-the-ledger': '报表 导出 流水 验证 防篡改 审计 哈希',
  'guides/zh-CN/write-a-rule-set': '每月 月度 每周 每日 每季度 上限 封顶 有效期 过期 等级 自定义',
  'guides/zh-CN/change-the-rules': '每月 版本 对比 试算 模拟',
  'guides/zh-CN/verify-transfer-bar': '验证 审核 审批 转赠 冻结 停用',
  'guides/zh-CN/command-line': '验证 终端 命令 表格',
};
