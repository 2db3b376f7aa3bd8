// The program: finds the command and hands over.
int main() { return 2; }
