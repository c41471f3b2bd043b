"""What the program says when it cannot start: one clear sentence, a code that is not 0, never a trace."""
import os
import socket
import stat
import subprocess

from town import BINARY, Case, Cluster, environment


class Start(Case):
    def refused(self, town, *args, sees):
        code, said = town.run(*(args or ("serve",)), timeout=30)
        self.assertNotEqual(code, 0, said)
        told = [line for line in said.splitlines() if line.startswith("dedalus: ")]
        self.assertEqual(len(told), 1, f"one sentence, please:\n{said}")
        for word in ("panicked", "backtrace", "stack", "unwrap", ".rs:"):
            self.assertNotIn(word, said)
        for word in sees:
            self.assertIn(word, told[0] if "\n" not in word else said)
        self.say(told[0])

    def newer(self, engine):
        town = self.town("newer", engine)
        self.assertEqual(town.run("migrate")[0], 0)
        columns = {
            "sqlite": "select name from pragma_table_info('schema_migration') order by cid",
            "postgres": "select column_name from information_schema.columns where table_name = 'schema_migration' order by ordinal_position",
        }[engine]
        names = [name for (name,) in town.sql(columns)]
        key = "number" if "number" in names else names[0]
        taken = ", ".join("99" if name == key else f'"{name}"' for name in names)
        town.sql(f"insert into schema_migration select {taken} from schema_migration where {key} = 1")
        for command in (["serve"], ["migrate"], ["person", "add", "--name", "Anna Prova", "--handle", "anna", "--email", "a@b.example"]):
            self.refused(town, *command, sees=["newer than this program"])
        code, said = town.run("doctor")
        self.assertNotEqual(code, 0)
        self.assertIn("newer than this program", said)

    def test_a_newer_schema_is_refused_in_words_on_sqlite(self):
        self.newer("sqlite")

    def test_a_newer_schema_is_refused_in_words_on_postgres(self):
        self.newer("postgres")

    def test_a_port_in_use_is_named(self):
        town = self.town("port")
        with socket.socket() as other:
            other.bind(("127.0.0.1", town.port))
            other.listen()
            self.refused(town, sees=["another program listens on", str(town.port), "server.listen"])

    def test_an_unwritable_folder_is_named(self):
        town = self.town("folder")
        # A file where a folder should be: that stops even root.
        blocked = os.path.join(town.folder, "blocked")
        open(blocked, "w").close()
        for section, key, value in (("database", "url", f"sqlite:{blocked}/dedalus.db"), ("files", "url", f"disk:{blocked}/files"),
                                    ("server", "secret_file", f"{blocked}/secret.key")):
            with self.subTest(key=f"{section}.{key}"):
                before = town.settings[section][key]
                town.settings[section][key] = value
                town.write_settings()
                self.refused(town, sees=[blocked])
                town.settings[section][key] = before
        town.write_settings()

    def test_a_folder_of_somebody_else_is_named(self):
        if os.geteuid() != 0:
            self.skipTest("only root can become somebody else")
        town = self.town("owner")
        os.chmod(town.data, 0o755)
        done = subprocess.run(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", BINARY, "--config", town.config, "serve"],
                              capture_output=True, text=True, env=environment(), cwd="/", timeout=30)
        said = done.stdout + done.stderr
        if "failed to execute" in said:
            self.skipTest("the program lies where nobody else may read")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("dedalus: ", said)
        self.assertNotIn("panicked", said)
        self.say(said.strip().splitlines()[-1])

    def test_a_key_that_others_can_read_is_refused(self):
        town = self.town("key")
        self.assertEqual(town.run("person", "add", "--name", "Anna Prova", "--handle", "anna", "--email", "a@b.example")[0], 0)
        key = os.path.join(town.data, "secret.key")
        self.assertEqual(stat.S_IMODE(os.stat(key).st_mode), 0o600)
        os.chmod(key, 0o644)
        self.refused(town, sees=["others can read the secret key", "chmod 600"])
        os.chmod(key, 0o600)
        with open(key, "w") as out:
            out.write("broken\n")
        self.refused(town, sees=["secret key", "32 bytes"])

    def test_an_unknown_setting_is_refused_with_the_nearest(self):
        town = self.town("unknown")
        town.settings["server"]["listem"] = "127.0.0.1:1"
        town.write_settings()
        self.refused(town, sees=["listem", "listen"])

    def test_plain_http_off_loopback_is_refused(self):
        town = self.town("http")
        town.settings["server"]["public_url"] = "http://piazza.comune.example"
        town.write_settings()
        self.refused(town, sees=["plain http", "https://"])

    def test_a_database_that_is_not_there_is_named(self):
        town = self.town("away")
        for url in ("postgres://nobody:secret-word@127.0.0.1:9/none", "mysql://x", Cluster.shared().address("no_such_database")):
            town.settings["database"]["url"] = url
            town.write_settings()
            self.refused(town, sees=["database"])
            self.assertNotIn("secret-word", town.run("serve")[1])
