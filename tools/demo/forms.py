"""The two published forms of the annual report, as rows, columns and cell ids.

The 2019 form serves the reports on 2019 and 2020, the 2021 form every later year. An id names a cell as
`table.row.column`, e.g. `requests.new_received.total`.
"""

COLUMNS = [("natural_person", "自然人"), ("org_commercial", "商业企业"), ("org_research", "科研机构"),
           ("org_public_interest", "社会公益组织"), ("org_legal_service", "法律服务机构"),
           ("org_other", "其他"), ("total", "总计")]

CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

NEW, CARRIED_IN = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
RESULT, CARRIED_OUT = "三、本年度办理结果", "四、结转下年度继续办理"

DENIED = [("denied_state_secret", "1.属于国家秘密"),
          ("denied_law_forbidden", "2.其他法律行政法规禁止公开"),
          ("denied_security_stability", "3.危及“三安全一稳定”"),
          ("denied_third_party_rights", "4.保护第三方合法权益"),
          ("denied_internal_affairs", "5.属于三类内部事务信息"),
          ("denied_process_info", "6.属于四类过程性信息"),
          ("denied_enforcement_file", "7.属于行政执法案卷"),
          ("denied_admin_inquiry", "8.属于行政查询事项")]
UNAVAILABLE = [("unavailable_not_held", "1.本机关不掌握相关政府信息"),
               ("unavailable_needs_creation", "2.没有现成信息需要另行制作"),
               ("unavailable_still_unclear", "3.补正后申请内容仍不明确")]
NOT_PROCESSED = [("not_processed_petition", "1.信访举报投诉类申请"),
                 ("not_processed_duplicate", "2.重复申请"),
                 ("not_processed_publication", "3.要求提供公开出版物"),
                 ("not_processed_excessive", "4.无正当理由大量反复申请"),
                 ("not_processed_reconfirm", "5.要求行政机关确认或重新出具已获取信息")]
OTHER = [("other_no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
         ("other_fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
         ("other_other", "3.其他")]

GROUPS = [("（三）不予公开", DENIED), ("（四）无法提供", UNAVAILABLE), ("（五）不予处理", NOT_PROCESSED)]

REVIEW_GROUPS = [("review", "行政复议"), ("litigation_direct", "未经复议直接起诉"),
                 ("litigation_after_review", "复议后起诉")]
OUTCOMES = [("outcome_upheld", "结果维持"), ("outcome_corrected", "结果纠正"),
            ("outcome_other", "其他结果"), ("outcome_pending", "尚未审结"), ("outcome_total", "总计")]

_STOCK = [("items_prev_year", "上一年项目数量"), ("items_change", "本年增/减")]
_DECISIONS_2019 = [*_STOCK, ("decisions", "处理决定数量")]
_DECISIONS_2021 = [("decisions", "本年处理决定数量")]

# id, caption, columns, rows of every block of the table of proactive disclosure
BLOCKS = {
    "2019": [
        ("art20_1", "第二十条第（一）项",
         [("made_this_year", "本年新制作数量"), ("newly_published_this_year", "本年新公开数量"),
          ("published_total", "对外公开总数量")],
         [("rules", "规章"), ("normative_documents", "规范性文件")]),
        ("art20_5", "第二十条第（五）项", _DECISIONS_2019,
         [("admin_license", "行政许可"), ("other_external_services", "其他对外管理服务事项")]),
        ("art20_6", "第二十条第（六）项", _DECISIONS_2019,
         [("admin_penalty", "行政处罚"), ("admin_compulsion", "行政强制")]),
        ("art20_8", "第二十条第（八）项", _STOCK, [("admin_fee", "行政事业性收费")]),
        ("art20_9", "第二十条第（九）项",
         [("procurement_projects", "采购项目数量"), ("procurement_amount", "采购总金额")],
         [("central_procurement", "政府集中采购")]),
    ],
    "2021": [
        ("art20_1", "第二十条第（一）项",
         [("issued_this_year", "本年制发件数"), ("repealed_this_year", "本年废止件数"),
          ("currently_valid", "现行有效件数")],
         [("rules", "规章"), ("normative_documents", "行政规范性文件")]),
        ("art20_5", "第二十条第（五）项", _DECISIONS_2021, [("admin_license", "行政许可")]),
        ("art20_6", "第二十条第（六）项", _DECISIONS_2021,
         [("admin_penalty", "行政处罚"), ("admin_compulsion", "行政强制")]),
        ("art20_8", "第二十条第（八）项", [("amount_wan_yuan", "本年收费金额（单位：万元）")],
         [("admin_fee", "行政事业性收费")]),
    ],
}

SECTIONS = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项"]


def leaf_rows(single_other):
    """The outcome rows that add up to `result_total`."""
    tail = ["other_total"] if single_other else [row for row, _ in OTHER]
    return (["result_granted", "result_partial"]
            + [row for _, rows in GROUPS for row, _ in rows] + tail)


def request_rows(single_other):
    return ["new_received", "carried_over_in", *leaf_rows(single_other), "result_total",
            "carried_over_out"]


def proactive_ids(form):
    return [f"proactive.{block}.{row}.{column}" for block, _, columns, rows in BLOCKS[form]
            for row, _ in rows for column, _ in columns]


def request_ids(single_other):
    return [f"requests.{row}.{column}" for row in request_rows(single_other)
            for column, _ in COLUMNS]


def review_ids():
    return [f"review_litigation.{group}.{outcome}" for group, _ in REVIEW_GROUPS
            for outcome, _ in OUTCOMES]
