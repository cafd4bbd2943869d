// The test that was there before runs; those of the toolkit say in a sentence what they need.
def log = new File(basedir, 'build.log').text
assert log.contains('ASL Testkit needs JUnit 5.10 or newer, but the tests run on JUnit 5.9.3') : 'the sentence is there'
assert !log.contains('NoSuchMethodError') : 'no method is missing'
def plain = new File(basedir, 'target/surefire-reports/TEST-shop.PlainTest.xml').text
assert plain.contains('tests="1"') && plain.contains('errors="0"') : 'the plain test passes'
assert !log.contains('SLF4J') : 'no library complains that it has no logger'
