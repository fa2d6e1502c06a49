"""The figures of the bodies: three years that agree within themselves and with each other.

The county's report covers its bodies: each of its figures is its own plus theirs.
"""
import random
from decimal import Decimal

import forms
from county import BODIES, YEARS

COLUMNS = [c for c, _ in forms.COLUMNS[:-1]]
LEAVES = forms.leaf_rows(False)
# How often an outcome occurs; the rest are rare.
WEIGHTS = {"result_granted": 40, "result_partial": 12, "denied_third_party_rights": 3,
           "denied_internal_affairs": 3, "denied_process_info": 3, "denied_enforcement_file": 2,
           "denied_admin_inquiry": 4, "unavailable_not_held": 22, "unavailable_needs_creation": 6,
           "not_processed_petition": 5, "not_processed_duplicate": 3, "other_no_correction": 3,
           "other_other": 3}
COLUMN_WEIGHTS = {"natural_person": 80, "org_commercial": 12, "org_legal_service": 5, "org_other": 3}
GLUED_BODY = "wanghuai-town"


def _pick(rng, weights, count):
    drawn = rng.choices(list(weights), list(weights.values()), k=count)
    return {key: drawn.count(key) for key in weights}


def _request_year(rng, body, carried):
    """One year of requests by column; `carried` is what the last year left."""
    swing = body.volume // 2 + 1
    new = _pick(rng, COLUMN_WEIGHTS, max(0, body.volume + rng.randint(-swing, swing)))
    rows = {row: dict.fromkeys(COLUMNS, 0) for row in forms.request_rows(False)}
    for column in COLUMNS:
        open_now = new.get(column, 0) + carried.get(column, 0)
        may_stay = body.volume > 3 and column == "natural_person"
        left = min(open_now, rng.choice([0, 0, 1, 1, 2])) if may_stay else 0
        rows["new_received"][column] = new.get(column, 0)
        rows["carried_over_in"][column] = carried.get(column, 0)
        rows["carried_over_out"][column] = left
        for leaf, count in _pick(rng, WEIGHTS, open_now - left).items():
            rows[leaf][column] = count
    return rows


def _outcomes(rng, most):
    """Upheld, corrected, other and pending cases; a body with none gets none."""
    if rng.random() < 0.4:
        most = 0
    return [rng.randint(0, most), rng.randint(0, max(0, most - 1)),
            rng.choice([0, 0, 1]) if most > 1 else 0, rng.choice([0, 0, 1]) if most else 0]


def _review_year(rng, body):
    most = {"bureau": 2, "county": 2, "street": 1, "town": 0}[body.kind]
    result = {}
    for group, _ in forms.REVIEW_GROUPS:
        parts = _outcomes(rng, max(0, most if group == "review" else most - 1))
        for (outcome, _), value in zip(forms.OUTCOMES, parts):
            result[f"review_litigation.{group}.{outcome}"] = value
    return result


def _stock(rng, body, before):
    """Issued, repealed and valid documents of a year."""
    busy = body.kind in ("county", "bureau")
    issued = rng.randint(0, 3) if busy else 0
    repealed = rng.randint(0, min(2, before)) if busy else 0
    return issued, repealed, before + issued - repealed


def _around(rng, value):
    return round(value * rng.uniform(0.8, 1.25)) if value else 0


def _proactive_year(rng, body, before):
    issued, repealed, valid = _stock(rng, body, before)
    fee = Decimal(str(round(body.fee * rng.uniform(0.85, 1.2), 2)))
    values = {"art20_1.rules.issued_this_year": 0, "art20_1.rules.repealed_this_year": 0,
              "art20_1.rules.currently_valid": 0,
              "art20_1.normative_documents.issued_this_year": issued,
              "art20_1.normative_documents.repealed_this_year": repealed,
              "art20_1.normative_documents.currently_valid": valid,
              "art20_5.admin_license.decisions": _around(rng, body.licenses),
              "art20_6.admin_penalty.decisions": _around(rng, body.penalties),
              "art20_6.admin_compulsion.decisions": _around(rng, body.compulsions),
              "art20_8.admin_fee.amount_wan_yuan": fee}
    return {f"proactive.{key}": value for key, value in values.items()}, valid


def _flatten(rows):
    return {f"requests.{row}.{column}": value
            for row, columns in rows.items() for column, value in columns.items()}


def own_years(body, seed):
    """What the body itself did, year by year, without sums."""
    rng = random.Random(f"{seed}/{body.key}")
    carried, valid, years = {}, body.documents, []
    if body.volume > 3:
        carried = {"natural_person": rng.randint(0, 2)}
    for _ in YEARS:
        rows = _request_year(rng, body, carried)
        carried = rows["carried_over_out"]
        proactive, valid = _proactive_year(rng, body, valid)
        years.append({**proactive, **_flatten(rows), **_review_year(rng, body)})
    return years


def add_sums(values):
    """Fills in result_total, the total column and the totals of table 4."""
    values = dict(values)
    for column in COLUMNS:
        values[f"requests.result_total.{column}"] = sum(
            values[f"requests.{leaf}.{column}"] for leaf in LEAVES)
    for row in forms.request_rows(False):
        values[f"requests.{row}.total"] = sum(
            values[f"requests.{row}.{column}"] for column in COLUMNS)
    for group, _ in forms.REVIEW_GROUPS:
        stem = f"review_litigation.{group}."
        values[stem + "outcome_total"] = sum(values[stem + outcome] for outcome, _ in forms.OUTCOMES[:-1])
    return values


def all_years(seed=2026):
    """(body key, year) -> the values of every cell of the 2021 form."""
    own = {body.key: own_years(body, seed) for body in BODIES}
    result = {}
    for index, year in enumerate(YEARS):
        for body in BODIES:
            values = own[body.key][index]
            if body.kind == "county":
                values = {k: sum(own[b.key][index][k] for b in BODIES) for k in values}
            result[body.key, year] = add_sums(values)
    return result


def splits(text, count):
    """Every way to read glued digits as `count` numbers without leading zeros."""
    if count == 1:
        return [[int(text)]] if text and (text == "0" or text[0] != "0") else []
    found = []
    for end in range(1, len(text) - count + 2):
        if end > 1 and text[0] == "0":
            break
        found += [[int(text[:end]), *rest] for rest in splits(text[end:], count - 1)]
    return found


def settled_row(numbers):
    """Whether the sum of a glued row of table 3 leaves one reading."""
    fits = [s for s in splits("".join(map(str, numbers)), len(numbers)) if sum(s[:-1]) == s[-1]]
    return fits == [numbers]
