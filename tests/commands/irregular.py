"""Pipes, devices and folders where the program looks for a file: each is refused at once, with a sentence."""
import os
import subprocess

PASSWORD = "长江后浪推前浪一浪高一浪\n"
AT_ONCE = 60  # seconds, on a busy machine; a pipe would be waited for without end


def files_that_are_none(case):
    """Every way in which a file is named: options, the environment, a name that the program looks for."""
    data = case.folder / "irregular"
    made = case.run("admin", "create", "--login", "first", "--region", "900121", "--data", data, typed=PASSWORD)
    case.equal("an office", made.returncode, 0)
    pipe, folder = case.folder / "pipe", case.folder / "folder"
    os.mkfifo(pipe)
    folder.mkdir()
    words = {pipe: "是管道", "/dev/zero": "是设备", folder: "是文件夹"}

    def refused(what, word, *arguments, **environment):
        try:
            run = subprocess.run([case.program, *map(str, arguments)], capture_output=True, text=True, check=False,
                                 timeout=AT_ONCE, stdin=subprocess.DEVNULL, env={**os.environ, **environment})
        except subprocess.TimeoutExpired:
            case.faults.append(f"{what}: it waits")
            return
        case.equal(what, run.returncode, 3)
        case.has(what, run.stderr, word)

    verify = ["journal", "verify", "--data", data]
    for file, word in words.items():
        refused(f"checkpoint {file}", word, *verify, GONGKAI_CHECKPOINT=str(file))
        refused(f"key {file}", word, *verify, "--key", file)
        refused(f"site {file}", word, "serve", "--data", data, "--port", "0", "--site", file)
        refused(f"list of bodies {file}", word, "organs", "import", file, "--region", "900121", "--data", data)
        refused(f"archive {file}", word, "import-organ", file, "--region", "900121", "--data", data)
    refused("report", "没有读取", "import", pipe, "--data", data)
    for option in ["--holidays", "--letters"]:
        notices = case.folder / option.strip("-")
        notices.mkdir()
        os.mkfifo(notices / "2027.json")
        refused(option, "是管道", "serve", "--data", data, "--port", "0", option, notices)
    (data / "settings").mkdir()
    os.mkfifo(data / "settings" / "accounts.json")
    refused("settings", "是管道", *verify)
    (data / "settings" / "accounts.json").unlink()
    (data / "installation").rename(case.folder / "mark")
    os.mkfifo(data / "installation")
    refused("mark", "是管道", *verify)
    (data / "installation").unlink()
    (case.folder / "mark").rename(data / "installation")
    long_reason = case.run("checkpoint", "resume", "--reason", "恢复\n伪造的一行", "--data", data)
    case.equal("a reason of two lines", long_reason.returncode, 3)
    case.has("a reason of two lines", long_reason.stderr, "“理由”只能写一行")
    named = case.run("admin", "create", "--login", "second", "--name", "甲\n乙", "--region", "900121", "--data", data,
                     typed=PASSWORD)
    case.equal("a name of two lines", named.returncode, 3)
    case.has("a name of two lines", named.stderr, "“姓名”只能写一行")
    case.equal("afterwards", case.run(*verify).returncode, 0)
