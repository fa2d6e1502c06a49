"""A database that is put back to an older copy, as a clerk of the computer room meets it."""
import shutil

PASSWORD = "长江后浪推前浪一浪高一浪\n"


def a_database_set_back(case):
    """It is noticed by verify and by whoever writes, and goes on with a reason alone."""
    data = case.folder / "set-back"
    database, old = data / "gongkai.sqlite", case.folder / "old.sqlite"

    def created(login, status, part):
        run = case.run("admin", "create", "--login", login, "--region", "900121", "--data", data, typed=PASSWORD)
        case.equal(f"account {login}", run.returncode, status)
        case.has(f"account {login}", run.stdout + run.stderr, part)

    def verified(status, *parts):
        run = case.run("journal", "verify", "--data", data)
        case.equal("verify", run.returncode, status)
        for part in parts:
            case.has("verify", run.stdout, part)

    created("first", 0, "已开设")
    shutil.copy(database, old)
    created("second", 0, "已开设")
    verified(0, "全部记录完好。")
    shutil.copy(old, database)
    verified(1, "机关 900121-0 的工作记录", "记有 2 条，数据库里只有 1 条", "checkpoint resume")
    created("third", 3, "暂停办理")
    case.equal("show", case.run("checkpoint", "show", "--data", data).returncode, 1)
    case.equal("no reason", case.run("checkpoint", "resume", "--data", data).returncode, 2)
    went_on = case.run("checkpoint", "resume", "--reason", "磁盘损坏，由备份恢复", "--data", data)
    case.equal("resume", went_on.returncode, 0)
    case.has("resume", went_on.stdout, "记入 1 份工作记录")
    created("third", 0, "已开设")
    verified(0, "全部记录完好。")
    file = case.folder / "set-back.key.checkpoint"
    case.equal("checkpoints", file.is_file(), True)
    file.rename(case.folder / "away")
    verified(1, "找不到检查点文件 " + str(file))
    created("fourth", 3, "暂停办理")
    (case.folder / "away").rename(file)
    verified(0, "全部记录完好。")
    shutil.rmtree(data)
    begun = case.run("admin", "create", "--login", "first", "--region", "900121", "--data", data, typed=PASSWORD)
    case.equal("an emptied folder", begun.returncode, 3)
    case.has("an emptied folder", begun.stderr, "是另一套系统")
