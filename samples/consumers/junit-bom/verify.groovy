// JUnit by its BOM ran the tests of the toolkit and the one that was there before.
def log = new File(basedir, 'build.log').text
def count = { pattern -> log.findAll(pattern).size() }
assert count(/Tests run: 8, Failures: 0, Errors: 0, Skipped: 0\n/) == 1 : 'eight tests pass'
assert count('size.asl.json   100.0 %') == 1 : 'the build prints the coverage'
assert new File(basedir, 'target/asl-testkit/index.html').exists() : 'the report is written'
assert !log.contains('SLF4J') : 'no library complains that it has no logger'
