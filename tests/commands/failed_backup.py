"""A backup that fails by night is found in the console by the morning."""
import sqlite3

PASSWORD = "长江后浪推前浪一浪高一浪\n"


def a_backup_that_fails(case):
    """It is noted among the incidents of the installation, once however often, with where and why."""
    data = case.folder / "data"
    made = case.run("admin", "create", "--login", "first", "--region", "900121", "--data", data, typed=PASSWORD)
    case.equal("an office", made.returncode, 0)

    def noted():
        with sqlite3.connect(data / "gongkai.sqlite") as database:
            return database.execute("SELECT region, place, said, times FROM incident "
                                    "WHERE code = 'backup.failed'").fetchall()

    case.equal("a backup", case.run("backup", case.folder / "backup", "--data", data).returncode, 0)
    case.equal("nothing is noted of one that is made", noted(), [])
    case.equal("inside", case.run("backup", data / "backup", "--data", data).returncode, 3)
    case.equal("nothing is noted of a target that was typed wrong", noted(), [])
    other = case.folder / "other"
    case.run("admin", "create", "--login", "second", "--region", "900121", "--data", other, typed=PASSWORD)
    case.equal("another's", case.run("backup", case.folder / "theirs", "--data", other).returncode, 0)
    theirs = case.folder / "theirs"
    for times in (1, 2):
        run = case.run("backup", theirs, "--data", data)
        case.equal("theirs", run.returncode, 3)
        said = run.stderr.strip().splitlines()[-1]
        rows = noted()
        case.equal("noted", [row[:2] + row[3:] for row in rows], [(0, str(theirs), times)])
        case.equal("why", bool(rows) and rows[0][2] in said, True)
