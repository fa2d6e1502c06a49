"""The program as an office uses it: cases of commands.py on the demo county."""


def a_tampered_office(case):
    """What is verified is named when it is gone or changed, and is whole again when it is put back."""
    data = case.folder / "data"
    played = case.run("demo", "--data", data)
    case.equal("demo", played.returncode, 0)
    kept = sorted(path for path in (data / "sha256").rglob("*") if path.is_file())

    def verified(what, status, *parts):
        run = case.run("journal", "verify", "--data", data)
        case.equal(what, run.returncode, status)
        for part in parts:
            case.has(what, run.stdout, part)

    def name(path):
        return f"sha256/{path.parent.name}/{path.name}"

    verified("untouched", 0, "全部记录完好。")
    gone, changed = kept[0], kept[-1]
    whole = gone.read_bytes(), changed.read_bytes()
    gone.unlink()
    changed.write_bytes(whole[1] + b" ")
    verified("tampered", 1, f"文件 {name(gone)} 不见了", f"文件 {name(changed)} 的内容与名称不符", "处问题。")
    gone.write_bytes(whole[0])
    changed.write_bytes(whole[1])
    verified("put back", 0, "全部记录完好。")
